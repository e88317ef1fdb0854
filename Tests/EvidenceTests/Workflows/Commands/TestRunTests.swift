import Foundation
import Testing
@testable import Evidence

@Suite("What a command runs of a project's tests")
struct TestRunTests {
  private func run(_ script: String) -> TestRun { ScriptReading(script).tests }

  private func extent(_ run: TestRun) -> String {
    switch run.extent {
    case .whole: "whole"
    case .part: "part"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  private func place(_ host: TestHost) -> String {
    let words = [
      host.isEmulated ? "emulated" : nil, host.isContainer ? "container" : nil, host.os, host.architecture, host.libc,
      host.interpreter == "cpython" ? nil : host.interpreter,
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }

  /// The commands of which it is said otherwise, with what is said.
  private func wrong(_ list: String, _ expected: String...) -> [String] {
    CommandList.commands(list).compactMap { command in
      let run = run(command)
      let found = extent(run) == "whole" && !place(run.host).isEmpty ? "whole on \(place(run.host))" : extent(run)
      return expected.contains(found) ? nil : "\(found): \(command)"
    }
  }

  @Test func whole() {
    #expect(wrong(CommandList.wholeOfPython, "whole") == [])
    #expect(wrong(CommandList.wholeOfOthers, "whole") == [])
    #expect(wrong(CommandList.moreWhole, "whole") == [])
  }

  @Test func part() {
    #expect(wrong(CommandList.part, "part") == [])
    #expect(wrong(CommandList.morePart, "part") == [])
  }

  @Test("no tests, or tests of which nothing is certain")
  func other() {
    #expect(wrong(CommandList.other, "none", "unknown") == [])
    #expect(wrong(CommandList.moreOther, "none", "unknown") == [])
    #expect(wrong(CommandList.missed, "none", "unknown") == [])
  }

  @Test func none() { #expect(wrong(CommandList.none, "none", "unknown") == []) }

  @Test("where a command runs its tests, and by what")
  func elsewhere() {
    for line in CommandList.commands(CommandList.elsewhere) {
      let parts = line.components(separatedBy: " => ")
      let run = run(parts[0])
      #expect("\(extent(run)) on \(place(run.host))" == "whole on \(parts[1])", "\(parts[0])")
    }
  }
}
