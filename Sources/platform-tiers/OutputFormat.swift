import ArgumentParser

/// How what a command answers is printed; each command has some of them.
enum OutputFormat: String {
  case text
  case tree
  case json
  case csv
  case yaml
  case ical

  /// What a command's `--format` takes.
  static func among(_ formats: OutputFormat...) -> @Sendable (String) throws -> OutputFormat {
    { text in
      if let format = formats.first(where: { $0.rawValue == text }) { return format }
      let names = formats.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw ValidationError("'--format' takes one of \(names), and not '\(text)'")
    }
  }
}
