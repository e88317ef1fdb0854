package import Diagnostics

/// Reads CommonMark and GitHub Flavored Markdown's pipe tables.
///
/// `BlockReader` finds the blocks, libcmark reads what is in them, `MarkdownAssembler` makes a document of both.
package enum MarkdownReader {
  package static func read(_ file: SourceFile) -> PolicyDocument {
    let blocks = BlockReader.read(file)
    var contents = MarkdownContents(file, blocks)
    contents.read()
    var assembler = MarkdownAssembler(file, blocks, contents)
    return assembler.assemble()
  }
}
