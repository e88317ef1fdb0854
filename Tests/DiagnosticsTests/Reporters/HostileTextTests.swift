import Diagnostics
import FoundationEssentials
import Testing

/// Documents and paths are written by strangers: no format may let them act on the reader's terminal, log or page.
@Suite struct HostileTextTests {
  @Test(arguments: ReportFormat.allCases)
  func `nothing invisible comes through`(format: ReportFormat) {
    let output = SampleReports.render(SampleReports.hostile, as: format)
    let raw = output.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format: scalar != "\n"
      default: false
      }
    }
    #expect(raw.isEmpty)
  }

  @Test(arguments: [ReportFormat.text, .full, .concise, .github])
  func `no line is a command that the reader wrote`(format: ReportFormat) {
    let output = SampleReports.render(SampleReports.hostile, as: format)
    let commands = output.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("::") }
    #expect(commands.allSatisfy { format == .github && $0.hasPrefix("::error file=a%3Ab%2Cc%250A%0A%3A%3Aadd-mask") })
    #expect(commands.count == (format == .github ? 2 : 0))
  }

  @Test func `a path that begins like a command is no command in a line of its own`() {
    let finding = Diagnostic(
      rule: "r", severity: .info, message: "m", file: "::debug::x.md", range: .fileStart)
    let report = Report(diagnostics: [finding], files: [], toolVersion: "1")
    #expect(SampleReports.render(report, as: .concise) == "./::debug::x.md:1:1: info[r] m\n")
  }

  @Test func `JSON gives the texts back as they were`() throws {
    struct Finding: Decodable {
      var file: String
      var message: String
      var help: String?
    }
    let bytes = Reporter.render(SampleReports.hostile, as: .json)
    let findings = try JSONDecoder().decode([Finding].self, from: Data(bytes))
    #expect(findings.map(\.message) == [SampleReports.attack, SampleReports.attack])
    #expect(findings.map(\.help) == [SampleReports.attack, SampleReports.attack])
    #expect(findings.map(\.file) == SampleReports.hostile.diagnostics.map(\.file))
  }

  @Test(arguments: [ReportFormat.sarif, .gitlab])
  func `what says it is JSON is`(format: ReportFormat) throws {
    struct Anything: Decodable {}
    let bytes = Reporter.render(SampleReports.hostile, as: format)
    if format == .gitlab {
      #expect(try JSONDecoder().decode([Anything].self, from: Data(bytes)).count == 2)
    } else {
      _ = try JSONDecoder().decode(Anything.self, from: Data(bytes))
    }
  }

  @Test func `XML holds no markup of the document's`() {
    let output = SampleReports.render(SampleReports.hostile, as: .junit)
    #expect(!output.contains("<script>"))
    #expect(!output.contains("]]>"))
    #expect(output.split(separator: "</failure>", omittingEmptySubsequences: false).count == 3)
  }

  @Test func `a message of SARIF holds no link`() {
    // What stands in parentheses behind a bracket is the number of a related location of ours.
    #expect(SampleReports.render(SampleReports.hostile, as: .sarif).matches(of: /\]\((?!\d+\))/).isEmpty)
  }
}
