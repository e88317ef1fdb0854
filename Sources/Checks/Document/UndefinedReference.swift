import Diagnostics
import Documents

/// A reference by name needs its target in the same document.
extension Rule {
  static let undefinedReference = Rule(
    id: "undefined-reference", family: .document, severity: .error,
    summary: "a reference to a target, footnote or substitution that the document does not define",
    rationale: """
      The notes of a tier's table send the reader to an issue or a discussion by name. Without the target the page \
      shows an error mark or bare brackets, and the reason for a platform's place cannot be looked up.
      """,
    remedy: """
      Add the target: `.. _gh-30416: https://…` in reStructuredText, `[gh-30416]: https://…` in Markdown; or write the \
      name as one that is defined.
      """,
    accepted: [
      .rst("Was Tier 2, see gh-1_ and [1]_.\n\n.. _gh-1: https://example.org/1\n.. [1] A footnote.\n"),
      .rst(
        "Tier 1\n======\n\nAs `tier 1`_ says, and `here`__, and `there <https://example.org>`__.\n\n__ https://example.org\n"
      ),
      .rst("Built |when|.\n\n.. |when| replace:: nightly\n"),
      .rst("By hand [1]_, numbered [#]_ and [#two]_, marked [*]_.\n\n.. [1] a\n.. [#] b\n.. [#two] c\n.. [*] d\n"),
      .rst("See `one <two_>`_ and one_.\n\n.. _two: https://example.org/2\n"),
      .rst(".. contents:: Overview\n\n.. note::\n   :name: builds\n\n   Nightly.\n\nSee builds_ and overview_.\n"),
      .rst(".. autosummary::\n\n   first_\n\n.. code-block::\n\n   second_\n"),
      .markdown("Was Tier 2, see [the issue][gh-1].\n\n[gh-1]: https://example.org/1\n"),
    ],
    flagged: [
      .rst("Was Tier 2, see ↓gh-1_.\n"),
      .rst("See gh-1_ and ↓gh-11_.\n\n.. _gh-1: https://example.org/1\n"),
      .rst("A footnote [1]_ and another ↓[2]_.\n\n.. [1] The first.\n"),
      .rst("Built ↓|when|.\n"),
      .rst("See gh-1_.\n\n.. _gh-1: ↓`the issue`_\n"),
      .rst("One [#]_ and two ↓[#]_.\n\n.. [#] The first.\n"),
      .rst("One [*]_ and two ↓[*]_.\n\n.. [*] The first.\n"),
      .rst("`Here`__ and ↓`there`__.\n\n__ https://example.org\n"),
      .rst("See gh-1_.\n\n.. _↓gh-1: gh-2_\n.. _gh-2: gh-1_\n"),
      .rst("Notes\n=====\n\nText.\n\nNotes\n=====\n\nSee ↓notes_.\n"),
      .markdown("See [one][gh-1] and ↓[two][gh-11].\n\n[gh-1]: https://example.org/1\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    let document = context.document
    let references = document.references
    guard !references.isEmpty || document.targets.contains(where: { $0.kind == .anonymous }) else { return }
    let names = DocumentNames(document)
    var undefined: [Reference] = []
    for reference in references where !isCounted(reference) {
      switch names.meaning(of: reference) {
      case .defined: break
      case .undefined: undefined.append(reference)
      case .ambiguous: if !names.hasOwnAddress(reference) { report(.ambiguous(reference)) }
      }
    }
    if document.format == .restructuredText {
      undefined += footnotesWithoutNumber(references, names, report: report)
      if let finding = anonymousMismatch(document, names) { report(finding) }
      for target in names.circles { report(.circular(target)) }
    }
    for (index, reference) in undefined.enumerated() {
      // A suggestion looks at every name there is.
      let nearest = index < suggestionLimit ? names.nearest(to: reference) : nil
      report(.undefined(reference, in: document, nearest: nearest))
    }
  }

  private static let suggestionLimit = 100

  /// Whether a reference goes to the next of its kind, not to a name.
  private static func isCounted(_ reference: Reference) -> Bool {
    reference.kind == .anonymous
      || reference.kind == .footnote && (reference.text == "*" || reference.text.hasPrefix("#"))
  }

  /// Reports the first reference of each kind that finds no footnote left.
  ///
  /// A label that no footnote has gets the next number as well, as docutils does it.
  ///
  /// - Returns: labels that no number is left for.
  private static func footnotesWithoutNumber(
    _ references: [Reference], _ names: DocumentNames, report: (Finding) -> Void
  ) -> [Reference] {
    var left = names.unlabelledCounts
    var isReported = (numbers: false, symbols: false)
    var undefined: [Reference] = []
    for reference in references where reference.kind == .footnote {
      if reference.text == "*" {
        left.symbols -= 1
        guard left.symbols < 0, !isReported.symbols else { continue }
        isReported.symbols = true
        report(.tooFewFootnotes(reference, count: names.unlabelledCounts.symbols))
      } else if reference.text.hasPrefix("#"), !names.isNumberedFootnote(reference.name) {
        left.numbers -= 1
        guard left.numbers < 0 else { continue }
        if !reference.name.isEmpty, names.meaning(of: reference) != .defined { undefined.append(reference) }
        if !isReported.numbers { report(.tooFewFootnotes(reference, count: names.unlabelledCounts.numbers)) }
        isReported.numbers = true
      }
    }
    return undefined
  }

  private static func anonymousMismatch(_ document: PolicyDocument, _ names: DocumentNames) -> Finding? {
    let references = document.references.filter { $0.kind == .anonymous }
    guard references.count != names.anonymousCount else { return nil }
    let surplus = references.dropFirst(names.anonymousCount).first?.range
    let targets = document.targets.lazy.filter { $0.kind == .anonymous }
    return (surplus ?? targets.dropFirst(references.count).first?.range).map {
      .anonymousMismatch(at: $0, references: references.count, targets: names.anonymousCount)
    }
  }
}

extension Reference {
  /// The name that is looked for: that of `` `text <name_>`_ `` is not its text.
  fileprivate var writtenName: String { kind == .hyperlink && text.folded != name ? name : text }
}

extension Finding {
  /// What an included file may define is not known to be missing.
  fileprivate static func undefined(
    _ reference: Reference, in document: PolicyDocument, nearest: String?
  ) -> Finding {
    let message =
      switch reference.kind {
      case .footnote: "there is no footnote '\(reference.writtenName)'"
      case .citation: "there is no citation '\(reference.writtenName)'"
      case .substitution: "there is no substitution '\(reference.writtenName)'"
      case .hyperlink, .anonymous: "there is no target '\(reference.writtenName)' in this document"
      }
    let unless = document.includesFiles ? ", unless a file that it includes has it" : ""
    return Finding(
      message + unless, at: reference.range, help: help(reference, format: document.format, nearest: nearest),
      severity: document.includesFiles ? .info : nil)
  }

  fileprivate static func ambiguous(_ reference: Reference) -> Finding {
    Finding(
      "'\(reference.writtenName)' is the name of several places, so docutils links it to none of them",
      at: reference.range,
      help: "put a line '.. _name:' of its own above the place that is meant, and refer to that name")
  }

  fileprivate static func circular(_ target: LinkTarget) -> Finding {
    Finding(
      "'\(target.kind.nextName ?? "")' leads back to '\(target.text)', which leads on to it", at: target.range,
      help: "give one of the targets on the way an address, or put it above the place that is meant")
  }

  fileprivate static func tooFewFootnotes(_ reference: Reference, count: Int) -> Finding {
    Finding(
      "there are fewer footnotes '.. [\(reference.text.prefix(1))]' (\(count)) than references to them",
      at: reference.range, help: "add a line '.. [\(reference.text.prefix(1))] …' in the order of the references")
  }

  fileprivate static func anonymousMismatch(at range: SourceRange, references: Int, targets: Int) -> Finding {
    Finding(
      "\(references) anonymous references ('name__') stand against \(targets) anonymous targets ('__ https://…'), "
        + "so docutils links none of them",
      at: range, help: "give every anonymous reference its target, in the same order; or write the address in the link")
  }

  private static func help(_ reference: Reference, format: DocumentFormat, nearest: String?) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    let name = reference.writtenName
    return switch (format, reference.kind) {
    case (.markdown, _): "add a line '[\(name)]: https://…'"
    case (_, .footnote), (_, .citation): "add a line '.. [\(name)] …'"
    case (_, .substitution): "add a line '.. |\(name)| replace:: …'"
    case (_, .hyperlink), (_, .anonymous): "add a line '.. _\(name): https://…'"
    }
  }
}
