import Diagnostics
import Documents

extension Subject {
  static let rst = Subject(name: "rst") { bytes in
    let file = SourceFile(path: "fuzz.rst", bytes: bytes)
    return DocumentInvariants(of: ReStructuredTextReader.read(file), read: file).violations
  }

  static let markdown = Subject(name: "markdown") { bytes in
    let file = SourceFile(path: "fuzz.md", bytes: bytes)
    return DocumentInvariants(of: MarkdownReader.read(file), read: file).violations
  }
}
