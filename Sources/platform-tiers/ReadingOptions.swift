import ArgumentParser
import Documents

/// How a document is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The name of standard input, in reports and for its format; without one it is read as rst.", valueName: "name"))
  var standardInputName: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Read as this format, whatever the file's ending says.", valueName: "format"))
  var requestedFormat: DocumentFormatOption?

  var format: DocumentFormat? { requestedFormat?.format }
}

/// The formats as they are named on the command line.
enum DocumentFormatOption: String, CaseIterable, ExpressibleByArgument {
  case rst
  case markdown

  var format: DocumentFormat {
    switch self {
    case .rst: .restructuredText
    case .markdown: .markdown
    }
  }
}
