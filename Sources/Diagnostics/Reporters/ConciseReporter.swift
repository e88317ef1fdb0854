/// `file:line:column: severity[rule] message`, a line each.
enum ConciseReporter {
  static func render(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    for diagnostic in report.diagnostics {
      // A line that begins with colons would be a command to the service whose log this may be.
      if diagnostic.file.hasPrefix(":") { output += "./".utf8 }
      output +=
        "\(VisibleText.of(diagnostic.file)):\(diagnostic.range.start.description): \(diagnostic.severity.rawValue)[\(diagnostic.rule)] "
        .utf8
      output += VisibleText.of(diagnostic.message).utf8
      output.append(UInt8(ascii: "\n"))
    }
    return LogText.brokenUp(output)
  }
}
