import Checks
import Diagnostics
import Documents
import Testing

/// What holds for every rule, shown by its own examples.
@Suite struct RuleExamplesTests {
  @Test("fires at the marks and nowhere else", arguments: EveryRule.ids)
  func firesAtTheMarks(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    #expect(!rule.flagged.isEmpty)
    for example in rule.flagged {
      let findings = example.findings(of: rule)
      #expect(!example.marks.isEmpty)
      let places = findings.map { "\($0.file):\($0.range.start)" }
      #expect(places.sorted() == example.marks.sorted(), "in\n\(example.shown)\n\(findings.map(\.message))")
    }
  }

  @Test("is silent on accepted examples", arguments: EveryRule.ids)
  func isSilentOnAccepted(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    #expect(!rule.accepted.isEmpty)
    for example in rule.accepted {
      #expect(example.marks.isEmpty)
      let findings = example.findings(of: rule)
      #expect(findings.isEmpty, "in\n\(example.shown)\n\(findings.map(\.message))")
    }
  }

  @Test(
    "shows it in registries without a fault of their own",
    arguments: EveryRule.all.filter { $0.family != .registry }.map(\.id))
  func registriesAreSound(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    for example in rule.accepted + rule.flagged {
      for fault in AllRules.family(.registry) {
        #expect(example.findings(of: fault).map(\.message) == [], "in\n\(example.shown)")
      }
    }
  }

  @Test("shows the fault last in a list", arguments: EveryRule.ids)
  func looksBeyondTheFirst(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    #expect(rule.flagged.count > 1, "one example does not tell a check that stops at the first of several")
  }

  /// Of documents alone: comments of YAML suppress nothing, and configurations exempt what is found there. A fault of
  /// the document as a whole has no block that a comment could stand before.
  static let suppressible = EveryRule.all
    .filter { [.document, .rows, .agreement].contains($0.family) && !AllRules.unsuppressible.contains($0.id) }.map(\.id)

  @Test("is silenced by a suppression", arguments: suppressible)
  func isSilencedBySuppression(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    let unusedSuppression = try #require(EveryRule.rule("unused-suppression"))
    var silenced = 0
    for example in rule.flagged {
      let findings = example.findings(of: rule)
      let inDocuments = findings.filter { finding in example.files.contains { $0.holds(finding) } }
      guard inDocuments.count == findings.count, findings.allSatisfy({ $0.range != .fileStart }) else { continue }
      let sources = example.files.map { file in
        suppressing(id, at: findings.filter { $0.file == file.path }.map(\.range.start.line), in: file)
      }
      #expect(example.findings(of: rule, in: sources).isEmpty, "in\n\(shown(sources))")
      #expect(example.findings(of: unusedSuppression, in: sources).isEmpty)
      silenced += 1
    }
    #expect(silenced > 0)
  }

  @Test("its safe fix makes it silent", arguments: EveryRule.ids)
  func fixMakesItSilent(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    var availability: Set<FixAvailability> = []
    for example in rule.flagged {
      let fixes = example.findings(of: rule).compactMap(\.fix)
      for fix in fixes { availability.insert(fix.safety == .safe ? .safe : .unsafe) }
      let safe = fixes.filter { $0.safety == .safe }
      guard !safe.isEmpty, let source = example.sources.first, example.sources.count == 1 else { continue }
      let (bytes, applied) = source.applying(safe)
      #expect(applied.count == safe.count)
      let fixed = SourceFile(path: source.path, bytes: bytes)
      #expect(example.findings(of: rule, in: [fixed]).isEmpty, "in\n\(shown([fixed]))")
    }
    let promised = rule.fix
    #expect(availability == (promised == .none ? [] : [promised]), "the description promises '\(promised)'")
  }

  @Test("words its messages alike", arguments: EveryRule.ids)
  func wordsItsMessagesAlike(id: String) throws {
    let rule = try #require(EveryRule.rule(id))
    for example in rule.flagged {
      for finding in example.findings(of: rule) {
        // A help line may begin with a tier's name.
        let texts = [finding.message] + finding.notes.map(\.message)
        for text in texts { #expect(text.first?.isUppercase == false, "\(text)") }
        for text in texts + [finding.help].compactMap(\.self) {
          #expect(text.last != ".", "\(text)")
          #expect(!text.contains("\n"), "\(text)")
        }
        #expect(finding.severity <= rule.severity)
      }
    }
  }
}

extension RuleExample.File {
  /// Whether a document of the example has the finding.
  fileprivate func holds(_ finding: Diagnostic) -> Bool {
    if case .document = kind { path == finding.file } else { false }
  }
}

private func shown(_ sources: [SourceFile]) -> String {
  sources.map { "--- \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
}

/// The file with a suppression before every block that one of the lines stands in.
private func suppressing(_ id: String, at lines: [Int], in file: RuleExample.File) -> SourceFile {
  var text = file.text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let starts = Set(lines.map { blockStart(of: $0 - 1, in: text) })
  for start in starts.sorted(by: >) {
    let comment =
      file.kind == .document(.markdown)
      ? "<!-- platform-tiers: ignore \(id) -- shown by a test -->"
      : ".. platform-tiers: ignore \(id) -- shown by a test"
    text.insert(contentsOf: [comment, ""], at: start)
  }
  return SourceFile(path: file.path, text: text.joined(separator: "\n"))
}

/// The index of the first line of the outermost block around a line.
private func blockStart(of line: Int, in text: [String]) -> Int {
  var start = line
  while start > 0, !text[start].hasPrefix(".. "), !text[start - 1].isEmpty || text[start].hasPrefix(" ") { start -= 1 }
  return start
}
