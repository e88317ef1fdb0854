import Diagnostics
import FoundationEssentials
import Glibc
import Testing

/// Reports against the schemas that their readers publish; `Scripts/test-tools` installs what this needs.
@Suite struct SchemaTests {
  private static let reports = [
    "ordinary": SampleReports.ordinary, "clean": SampleReports.clean, "hostile": SampleReports.hostile,
    "empty": Report(diagnostics: [], files: [], toolVersion: ""),
  ]

  @Test(
    .enabled(if: Self.toolsAreInstalled, "skipped: run Scripts/test-tools first"),
    arguments: [(ReportFormat.sarif, "sarif"), (.junit, "xml")])
  func `reports are valid by the published schema`(format: ReportFormat, suffix: String) throws {
    let folder = Self.root + "/.build/reports"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var command = [".build/venv/bin/python", "Tests/Schemas/validate.py", ".build/schemas"]
    for (name, report) in Self.reports {
      let file = "\(folder)/\(name).\(suffix)"
      try Data(Reporter.render(report, as: format)).write(to: URL(filePath: file))
      command.append(".build/reports/\(name).\(suffix)")
    }
    let (status, output) = Self.run("cd '\(Self.root)' && \(command.joined(separator: " ")) 2>&1")
    #expect(status == 0, "\(output)")
    #expect(output.isEmpty)
  }

  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  private static var toolsAreInstalled: Bool {
    let needed = ["venv/bin/python", "schemas/junit-10.xsd", "schemas/sarif-schema-2.1.0.json"]
    return needed.allSatisfy { access("\(root)/.build/\($0)", R_OK) == 0 }
  }

  private static func run(_ command: String) -> (status: Int32, output: String) {
    guard let pipe = popen(command, "r") else { return (-1, "could not start") }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      output += buffer[..<count]
    }
    return (pclose(pipe), String(decoding: output, as: UTF8.self))
  }
}
