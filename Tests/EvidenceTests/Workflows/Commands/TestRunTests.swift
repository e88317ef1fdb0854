import Testing
@testable import Evidence

@Suite("What a command runs of a project's tests")
struct TestRunTests {
  private func extent(_ script: String, _ shell: Shell = .unnamed) -> String {
    switch ScriptReading(script, ScriptReading.Setting(shell: shell)).tests.extent {
    case .whole: "whole"
    case .part: "part"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  /// The commands of which it is said otherwise, with what is said.
  private func wrong(_ list: String, _ expected: String...) -> [String] {
    CommandList.commands(list).compactMap { command in
      let found = extent(command)
      return expected.contains(found) ? nil : "\(found): \(command)"
    }
  }

  @Test func whole() { #expect(wrong(CommandList.whole, "whole") == []) }

  @Test func part() { #expect(wrong(CommandList.part, "part") == []) }

  @Test("no tests, or tests of which nothing is certain")
  func other() { #expect(wrong(CommandList.other, "none", "unknown") == []) }
}
