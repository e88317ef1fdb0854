import Diagnostics
package import Documents

/// A document that a run is asked for: what it is called, where its bytes are and how they read.
package struct DocumentSource: Hashable, Sendable {
  /// The name that reports show.
  package var path: String
  package var format: DocumentFormat
  package var isStandardInput: Bool

  package init(path: String, format: DocumentFormat, isStandardInput: Bool = false) {
    self.path = path
    self.format = format
    self.isStandardInput = isStandardInput
  }

  /// What standard input is called when nobody names it.
  package static let standardInputName = "<stdin>"

  /// The document that a FILE argument means: `-` is standard input.
  ///
  /// - Parameters:
  ///   - standardInputName: what `-` is called and, by its ending, how it reads; without a name or ending it reads as
  ///     reStructuredText.
  ///   - format: the format asked for, whatever the name says.
  package init(argument: String, standardInputName: String?, format: DocumentFormat?) throws(RunFailure) {
    let isStandardInput = argument == "-"
    let path = isStandardInput ? standardInputName ?? Self.standardInputName : argument
    let assumed: DocumentFormat? = isStandardInput && FilePaths.ending(of: path).isEmpty ? .restructuredText : nil
    guard let format = format ?? DocumentFormat(fileName: path) ?? assumed else {
      if !isStandardInput, DiskFiles().isFolder(path) { throw .cannotRun("'\(path)' is a folder; name a document") }
      throw .cannotRun(
        "cannot tell the format of '\(path)': its name ends with none of \(DocumentFormat.endingsText); "
          + "give '--as rst' or '--as markdown'")
    }
    self.init(path: path, format: format, isStandardInput: isStandardInput)
  }

  /// - Parameter limit: the most bytes that it may have.
  func read(from files: any FileTree, limit: Int) throws(RunFailure) -> SourceFile {
    do throws(RunFailure) {
      let bytes = isStandardInput ? try FileReader.readStandardInput(limit: limit) : try files.read(path, limit: limit)
      return SourceFile(path: path, bytes: bytes)
    } catch  where error.kind == .tooLarge {
      throw .cannotRun(error.message + "; '--max-size' takes another limit in MiB")
    }
  }
}

extension DocumentFormat {
  /// The format that a file's ending stands for; nil for an ending that is neither's.
  package init?(fileName: String) {
    switch FilePaths.ending(of: fileName) {
    case "rst", "txt": self = .restructuredText
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }

  static let endingsText = "'.rst', '.txt', '.md' and '.markdown'"
}
