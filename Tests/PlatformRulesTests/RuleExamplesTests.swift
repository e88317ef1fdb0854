import Diagnostics
import PlatformModel
import PlatformRules
import PolicyDocuments
import Testing

/// What holds for every rule, shown by its own examples.
@Suite struct RuleExamplesTests {
  @Test("fires at the marks and nowhere else", arguments: AllRules.ids)
  func firesAtTheMarks(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    #expect(!rule.description.flagged.isEmpty)
    for example in rule.description.flagged {
      let marked = MarkedText(example.text)
      let expected = marked.marks.map { example.file.position(at: $0) }
      let findings = example.findings(of: rule, in: example.file)
      #expect(!expected.isEmpty)
      #expect(findings.map(\.range.start) == expected, "in\n\(example.text)\n\(findings.map(\.message))")
    }
  }

  @Test("is silent on accepted examples", arguments: AllRules.ids)
  func isSilentOnAccepted(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    #expect(!rule.description.accepted.isEmpty)
    for example in rule.description.accepted {
      #expect(MarkedText(example.text).marks.isEmpty)
      let findings = example.findings(of: rule, in: example.file)
      #expect(findings.isEmpty, "in\n\(example.text)\n\(findings.map(\.message))")
    }
  }

  @Test("shows the fault last in a list", arguments: AllRules.ids)
  func looksBeyondTheFirst(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    #expect(rule.description.flagged.count > 1, "one example does not tell a check that stops at the first of several")
  }

  /// A fault of the document as a whole has no block that a comment could stand before.
  static let suppressible = AllRules.ids.filter { !AllRules.unsuppressible.contains($0) }

  @Test("is silenced by a suppression", arguments: suppressible)
  func isSilencedBySuppression(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    for example in rule.description.flagged {
      let findings = example.findings(of: rule, in: example.file)
      guard findings.allSatisfy({ $0.range != .fileStart }) else { continue }
      let file = suppressing(id, at: findings.map(\.range.start.line), in: example)
      #expect(
        example.findings(of: rule, in: file).isEmpty,
        "in\n\(String(decoding: file.bytes, as: UTF8.self))")
      #expect(example.findings(of: UnusedSuppressionRule.rule, in: file).isEmpty)
    }
  }

  @Test("its safe fix makes it silent", arguments: AllRules.ids)
  func fixMakesItSilent(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    var availability: Set<FixAvailability> = []
    for example in rule.description.flagged {
      let fixes = example.findings(of: rule, in: example.file).compactMap(\.fix)
      for fix in fixes { availability.insert(fix.safety == .safe ? .safe : .unsafe) }
      let safe = fixes.filter { $0.safety == .safe }
      guard !safe.isEmpty else { continue }
      let (bytes, applied) = example.file.applying(safe)
      #expect(applied.count == safe.count)
      let fixed = SourceFile(path: example.file.path, bytes: bytes)
      #expect(example.findings(of: rule, in: fixed).isEmpty, "in\n\(String(decoding: bytes, as: UTF8.self))")
    }
    let promised = rule.description.fix
    #expect(availability == (promised == .none ? [] : [promised]), "the description promises '\(promised)'")
  }

  @Test("words its messages alike", arguments: AllRules.ids)
  func wordsItsMessagesAlike(id: String) throws {
    let rule = try #require(AllRules.rule(id))
    for example in rule.description.flagged {
      for finding in example.findings(of: rule, in: example.file) {
        // A help line may begin with a tier's name.
        let texts = [finding.message] + finding.notes.map(\.message)
        for text in texts { #expect(text.first?.isUppercase == false, "\(text)") }
        for text in texts + [finding.help].compactMap(\.self) {
          #expect(text.last != ".", "\(text)")
          #expect(!text.contains("\n"), "\(text)")
        }
        #expect(finding.severity <= rule.description.severity)
      }
    }
  }
}

/// The rule that reports suppressions without effect; its type is the module's own.
enum UnusedSuppressionRule {
  static var rule: any Rule.Type {
    AllRules.all.first { $0.description.id == "unused-suppression" } ?? AllRules.all[0]
  }
}

/// The example with a suppression before every block that one of the lines stands in.
private func suppressing(_ id: String, at lines: [Int], in example: RuleExample) -> SourceFile {
  var text = String(decoding: example.file.bytes, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false
  ).map(String.init)
  let starts = Set(lines.map { blockStart(of: $0 - 1, in: text) })
  for start in starts.sorted(by: >) {
    let comment =
      example.format == .markdown
      ? "<!-- platform-tiers: ignore \(id) -- shown by a test -->"
      : ".. platform-tiers: ignore \(id) -- shown by a test"
    text.insert(contentsOf: [comment, ""], at: start)
  }
  return SourceFile(path: example.file.path, text: text.joined(separator: "\n"))
}

/// The index of the first line of the outermost block around a line.
private func blockStart(of line: Int, in text: [String]) -> Int {
  var start = line
  while start > 0, !text[start].hasPrefix(".. "), !text[start - 1].isEmpty || text[start].hasPrefix(" ") { start -= 1 }
  return start
}
