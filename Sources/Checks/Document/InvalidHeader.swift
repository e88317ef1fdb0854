import Diagnostics
import Documents
import Policy

/// A document's header says who, in what state, of what kind and since when, in the words the policy's project has.
extension Rule {
  static let invalidHeader = Rule(
    id: "invalid-header", family: .document, severity: .error,
    summary: "a header field that is missing, repeated or does not hold what it must, or a title of another form",
    rationale: """
      NEP 0 lists the fields that a proposal's header has, and the words that Status and Type may hold. The script that \
      builds the index of proposals reads the title, Status, and what Status asks for (Resolution, Replaced-By), and \
      stops where one of them is missing: then no page is built at all. What it does not read, NEP 0 alone asks for, and \
      that is reported as a warning: Author (one line each, as often as there are authors), Type, Created, and that a \
      Resolution links to the decision. Documents without a tier or list of the policy are not looked at.
      """,
    remedy: """
      Add the field or write one of the values that the message lists. Dates are those of the calendar, as `2026-01-30`. \
      The title is `NEP 57 — Its words`, with an em dash.
      """,
    accepted: [
      .rst(header(), fileName: "nep-0057-platforms.rst"),
      .rst(
        header(status: "Accepted", after: ":Resolution: https://lists.example/1\n"), fileName: "nep-0057-platforms.rst"),
      .rst(header(created: "30-Jan-2026"), fileName: "nep-0057-platforms.rst"),
      .rst("Platforms\n=========\n\nA page that is no proposal has no header.\n", fileName: "platforms.rst"),
      .rst(header(after: ":Author: B. Joiner\n"), fileName: "nep-0057-platforms.rst"),
      .rst("NEP 58 - Notes\n==============\n\n:Status: Unsure\n\nNo tiers.\n", fileName: "nep-0058-notes.rst"),
      .markdown("# NEP 57 — Platforms\n\n## Tier 1\n\nText.\n", fileName: "nep-0057-platforms.md"),
    ],
    flagged: [
      .rst(header(status: "↓Drafty"), fileName: "nep-0057-platforms.rst"),
      .rst(header(type: "↓Standards"), fileName: "nep-0057-platforms.rst"),
      .rst(header(created: "↓2026-02-30"), fileName: "nep-0057-platforms.rst"),
      .rst(header(title: "↓NEP 57 - Platforms"), fileName: "nep-0057-platforms.rst"),
      .rst(
        "↓NEP 57 — Platforms\n==================\n\n:Author: A. Mason\n:Status: Draft\n:Type: Process\n\n"
          + "Tier 1\n------\n\nText.\n"),
      .rst(header(status: "Accepted", after: ":Resolution: ↓to be found\n"), fileName: "nep-0057-platforms.rst"),
      .rst(header(title: "↓NEP 57 — Platforms", status: "Superseded"), fileName: "nep-0057-platforms.rst"),
      .rst(header(after: "↓:Status: Final\n"), fileName: "nep-0057-platforms.rst"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    guard context.isPolicyDocument else { return }
    let conventions = context.policy.document
    let document = context.document
    if let numbering = conventions.numbering {
      if numbering.isTemplate(context.file.path) { return }
      checkTitle(of: context, numbering: numbering, report: report)
    }
    let isNumbered = conventions.numbering?.number(ofFile: context.file.path) != nil
    guard !document.fields.isEmpty || (isNumbered && document.format == .restructuredText) else { return }
    let place = document.title?.titleRange ?? document.fields.first?.range ?? .fileStart
    for rule in conventions.header {
      let fields = document.fields.filter { $0.name.equals(ignoringCase: rule.name) }
      // Several authors stand on a line each; of the other fields one value counts.
      let severity: Severity = conventions.decides(rule.name) ? .error : .warning
      if rule.value != .text { for surplus in fields.dropFirst() { report(.repeated(surplus, severity)) } }
      let field = fields.last { !$0.value.isEmpty }
      let cause = document.cause(of: rule.requiredWhen)
      if let field {
        if var finding = fault(of: field, by: rule, isRequired: rule.isRequired || cause != nil, in: document) {
          finding.severity = severity
          report(finding)
        }
      } else if rule.isRequired || cause != nil {
        let nearest = document.misspelling(of: rule.name)
        var finding = Finding.missing(rule.name, because: rule.isRequired ? nil : cause, nearest: nearest, at: place)
        if rule.isRequired { finding.severity = severity }
        report(finding)
      }
    }
  }

  private static func checkTitle(
    of context: RuleContext, numbering: DocumentConventions.Numbering, report: (Finding) -> Void
  ) {
    guard let separator = numbering.titleSeparator, let title = context.document.title else { return }
    let inFile = numbering.number(ofFile: context.file.path)
    let inTitle = numbering.number(ofTitle: title.title)
    guard let number = inTitle ?? inFile else { return }
    let start = numbering.titlePrefix + String(number) + separator
    if !title.title.hasPrefix(start) { report(.title(title, start: start)) }
  }

  private static func fault(
    of field: HeaderField, by rule: HeaderFieldRule, isRequired: Bool, in document: PolicyDocument
  ) -> Finding? {
    switch rule.value {
    case .text: return nil
    case .oneOf(let values): return values.contains(field.value) ? nil : .unknownValue(field, of: values)
    case .date: return CalendarDate(inHeader: field.value) == nil ? .notADate(field) : nil
    case .link(let words):
      if !isRequired && words.contains(field.value) || document.hasLink(in: field) { return nil }
      return .notALink(field, words: isRequired ? [] : words)
    }
  }

  /// A header for the examples.
  private static func header(
    title: String = "NEP 57 — Platforms", status: String = "Draft", type: String = "Process",
    created: String = "2026-01-30", after: String = ""
  ) -> String {
    """
    \(title)
    ==================

    :Author: A. Mason
    :Status: \(status)
    :Type: \(type)
    :Created: \(created)
    \(after)
    Tier 1
    ------

    Text.

    """
  }
}

extension DocumentConventions {
  /// Whether a field's value decides what else is required, so that programs read it.
  fileprivate func decides(_ name: String) -> Bool {
    header.contains { $0.requiredWhen?.field.equals(ignoringCase: name) == true }
  }
}

extension PolicyDocument {
  /// The field whose value makes another one required.
  fileprivate func cause(of condition: HeaderFieldRule.Condition?) -> HeaderField? {
    guard let condition else { return nil }
    return fields.last {
      $0.name.equals(ignoringCase: condition.field) && condition.values.contains($0.value)
    }
  }

  /// The field that was probably meant by a name that is missing.
  fileprivate func misspelling(of name: String) -> HeaderField? {
    let nearest = NearestName.closest(to: name, in: fields.map { $0.name })
    return fields.first { $0.name == nearest && $0.name.lowercased() != name.lowercased() }
  }

  fileprivate func hasLink(in field: HeaderField) -> Bool {
    field.value.hasBytes("https://") || field.value.hasBytes("http://")
      || links.contains { field.valueRange.contains($0.range) }
      || references.contains { $0.kind == .hyperlink && field.valueRange.contains($0.range) }
  }
}

extension Finding {
  fileprivate static func title(_ title: Section, start: String) -> Finding {
    Finding(
      "the title does not start with '\(start)', so the index of documents cannot be built", at: title.titleRange,
      help: "write '\(start)' and the title's own words")
  }

  fileprivate static func missing(
    _ name: String, because cause: HeaderField?, nearest: HeaderField?, at range: SourceRange
  ) -> Finding {
    let when = cause.map { ", which it needs when '\($0.name)' is \($0.value.quoted)" } ?? ""
    return Finding(
      "the header has no '\(name)'\(when)", at: range,
      notes: nearest.map { [Diagnostic.Note("was '\(name)' meant here?", at: $0.range)] } ?? [],
      help: "add a line ':\(name): …' to the fields below the title")
  }

  fileprivate static func repeated(_ field: HeaderField, _ severity: Severity) -> Finding {
    Finding(
      "the header has a second '\(field.name)'", at: field.range,
      help: "leave one of them: some programs read the first and some the last", severity: severity)
  }

  fileprivate static func unknownValue(_ field: HeaderField, of values: [String]) -> Finding {
    let nearest =
      NearestName.closest(to: field.value, in: values)
      ?? values.first { $0.lowercased().hasPrefix(field.value.lowercased()) }
    return Finding(
      "'\(field.name)' cannot be \(field.value.quoted)", at: field.valueRange,
      help: nearest.map { "did you mean '\($0)'?" } ?? "it is one of \(values.quotedList)")
  }

  fileprivate static func notADate(_ field: HeaderField) -> Finding {
    Finding(
      "'\(field.name)' holds no day of the calendar: \(field.value.quoted)", at: field.valueRange,
      help: "write year, month and day, as '2026-01-30'")
  }

  fileprivate static func notALink(_ field: HeaderField, words: [String]) -> Finding {
    let words = words.isEmpty ? "" : ", or \(words.quotedList) as long as there is none"
    return Finding(
      "'\(field.name)' has no link: \(field.value.quoted)", at: field.valueRange,
      help: "link to the message or pull request with the decision\(words)")
  }
}
