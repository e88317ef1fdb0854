import Diagnostics
import Foundation
import PlatformTiersKit
import Policy
import Rendering
import Testing
import TestSupport

/// What a user asks of the index, asked in a browser.
@Suite(
  "Questions to the index",
  .enabled(if: Oracle.isPresent("chromium", "python3"), "skipped: no chromium, or no python3"))
struct PageQuestionsTests {
  struct Question: Encodable {
    var filter: String?
    var row: String?
    var column: String?
    var answer: String

    init(_ answer: String, of row: String? = nil, _ column: String? = nil, behind filter: String? = nil) {
      self.answer = answer
      self.row = row.map { "platform-\($0)" }
      self.column = column
      self.filter = filter
    }
  }

  /// What is not answered, or too far down.
  private func unanswered(_ questions: [Question], by site: RegistryPages) throws -> String {
    let set = try PageSet(site, as: .html)
    let json = String(decoding: try JSONEncoder().encode(questions), as: UTF8.self)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", PackageFile.path("Tests/Oracles/page_questions.py"), set.folder["index.html"], json,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("NumPy's are answered", .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func numpy() throws {
    let questions = [
      Question("Does NumPy support your platform?"), Question("numpy 2.5.5 of 2026-11-15"),
      Question("10 of 21 platforms get wheels"), Question("Python 3.12 to 3.15 and 3.14t, 3.15t"),
      Question("loses its wheels in 2.6.0: Windows x86"), Question("ends by 2027/28: macOS x86-64"),
      Question("wheels until 2.5.x", of: "windows-x86", "pip install numpy", behind: "Windows"),
      Question("no wheels from 2.6.0 on", of: "windows-x86", "Ahead", behind: "Windows"),
      Question("2026-06-16", of: "windows-x86", "Here since", behind: "Windows"),
      Question("glibc 2.27+", of: "linux-x86-64-manylinux", "Needs", behind: "Linux"),
      Question("musl 1.2+", of: "linux-x86-64-musllinux", "Needs", behind: "Linux"),
      Question("wheel", of: "linux-x86-64-musllinux", "3.14t", behind: "Linux"),
      Question("1.25.0", of: "linux-x86-64-musllinux", "Wheels since", behind: "Linux"),
      Question("from macOS 14.0 on only", of: "macos-x86-64", "3.14t", behind: "macOS"),
      Question("expected to end by 2027/28", of: "macos-x86-64", "Ahead", behind: "macOS"),
      Question("'macos-14', whose end GitHub announced", of: "macos-arm64", "Ahead", behind: "macOS"),
      Question("from source", of: "ios", "pip install numpy", behind: "Others"),
    ]
    #expect(try unanswered(questions, by: try RealAuditedPagesTests.site()) == "")
  }

  @Test("those of a policy without wheels, where one target stands in the tiers three times")
  func targets() throws {
    let text = """
      ## Tier 1

      | Target Triple | Notes |
      |---|---|
      | m68k-unknown-linux-gnu | glibc, gcc |

      ## Tier 2

      | Target Triple | Notes | Contacts |
      |---|---|---|
      | m68k-unknown-linux-gnu | glibc, clang | Ada Lovelace, Grace Hopper |

      ## Tier 3

      | Target Triple | Notes | Contacts |
      |---|---|---|
      | m68k-unknown-linux-gnu | musl, gcc | Grace Hopper |
      | m68k-apple-darwin | | Ada Lovelace |

      """
    let file = try #require(PackageFile.read("docs/policies/pep-11.yaml"))
    let policy = try #require(PolicyFile.read(file).policy)
    let registry = RegistryImportTests.imported(SourceFile(path: "x.md", text: text), policy: policy).registry
    let site = RegistryPages(registry, at: .present)
    #expect(
      try unanswered(
        [
          Question("Does CPython support your platform?"), Question("4 of 4 platforms stand in a tier"),
          Question("2 people are named as contacts"),
          Question("m68k-unknown-linux-gnu (glibc, clang)", behind: "Linux"),
          Question("m68k-unknown-linux-gnu (musl, gcc)", behind: "Linux"),
          Question("Grace Hopper", of: "m68k-unknown-linux-gnu-3", "Who answers", behind: "Linux"),
          Question("all maintainers", of: "m68k-unknown-linux-gnu", "Who answers"),
        ], by: site) == "")
    let index = try #require(site.pages.first)
    for case .directory(let table) in index.sections.flatMap(\.blocks) {
      #expect(table.columns.map(\.title.text) == ["Here since", "Who answers"])
    }
  }
}
