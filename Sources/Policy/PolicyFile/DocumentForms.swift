import Diagnostics

extension YAMLForm where Value == DocumentConventions {
  static var documentConventions: Self {
    mapping("document section") { keys in
      let issues = keys.optional("issues", .issues) { conventions in
        conventions.issueRepository.map { IssueLinks(repository: $0, prefixes: conventions.issuePrefixes) }
      }
      let mailingList = keys.optional(
        "mailing-list", .url, about: "The archive of the list on which moves are decided, up to the list's name."
      ) { $0.mailingList }
      let decisions = keys.optional(
        "decisions", .oneOrMore(of: .url), default: [],
        about: "Where decisions can be read besides the list and the issues: the beginnings of the addresses."
      ) { $0.decisions }
      let header = keys.optional("header", .list(of: .located(.headerField)), default: []) {
        $0.header.map { Located(unplaced: $0) }
      }
      let numbering = keys.optional("numbering", .numbering) { $0.numbering }
      checkConditions(header, keys)
      return DocumentConventions(
        issueRepository: issues?.repository, issuePrefixes: issues?.prefixes ?? [], mailingList: mailingList,
        decisions: decisions, header: header.map { $0.value }, numbering: numbering)
    }
  }

  /// A condition on a field that the header does not list would never hold.
  private static func checkConditions(_ header: [Located<HeaderFieldRule>], _ keys: YAMLKeys<Value>) {
    let values = Dictionary(keepingFirst: header.map { ($0.value.name, $0.value.value) })
    for field in header {
      guard let condition = field.value.requiredWhen else { continue }
      guard let value = values[condition.field] else {
        keys.report(
          .invalidValue,
          "'\(field.value.name)' depends on '\(condition.field)', which the header does not list; add it",
          at: field.range)
        continue
      }
      guard case .oneOf(let words) = value else { continue }
      for value in condition.values where !words.contains(value) {
        keys.report(
          .invalidValue, "'\(field.value.name)' depends on '\(value)', which '\(condition.field)' never is; correct it",
          at: field.range)
      }
    }
  }
}

/// How a document points to issues.
struct IssueLinks {
  var repository: String
  var prefixes: [String]
}

extension YAMLForm where Value == IssueLinks {
  static var issues: Self {
    mapping("issues section") { keys in
      let repository = keys.required("repository", .repository) { $0.repository }
      let prefixes = keys.required("prefixes", .oneOrMore(of: .name)) { $0.prefixes }
      guard let repository, let prefixes else { return nil }
      return IssueLinks(repository: repository, prefixes: prefixes)
    }
  }
}

extension YAMLForm where Value == String {
  static var repository: Self {
    scalar("a repository such as numpy/numpy", schema: .text("^[^/\\s]+/[^/\\s]+$")) { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: { $0.isWhitespace }) }
        ? text : nil
    }
  }
}

extension YAMLForm where Value == DocumentConventions.Numbering {
  static var numbering: Self {
    mapping("numbering") { keys in
      let file = keys.required("file", .text) { $0.filePrefix }
      let label = keys.required("label", .text) { $0.labelPrefix }
      let title = keys.required("title", .text) { $0.titlePrefix }
      let separator = keys.optional("separator", .text) { $0.titleSeparator }
      guard let file, let label, let title else { return nil }
      return DocumentConventions.Numbering(
        filePrefix: file, labelPrefix: label, titlePrefix: title, titleSeparator: separator)
    }
  }
}

extension YAMLForm where Value == HeaderFieldRule {
  static var headerField: Self {
    mapping("header field") { keys in
      let name = keys.required("name", .name) { $0.name }
      let value = value(keys)
      let isRequired = keys.optional("required", .flag, default: true) { $0.isRequired || $0.requiredWhen != nil }
      let condition = keys.optional("required-when", .condition) { $0.requiredWhen }
      guard let name else { return nil }
      return HeaderFieldRule(
        name, value, isRequired: condition == nil && isRequired, requiredWhen: condition)
    }
    .orScalar(.name, written: { $0 == HeaderFieldRule($0.name, .text) ? $0.name : nil }) { HeaderFieldRule($0, .text) }
  }

  private static func value(_ keys: YAMLKeys<Value>) -> HeaderFieldRule.Value {
    let words = keys.optional("one-of", .oneOrMore(of: .name)) { field in
      if case .oneOf(let words) = field.value { words } else { nil }
    }
    let type: HeaderFieldType? = keys.optional("type", .word) { field in
      switch field.value {
      case .date: .date
      case .link: .link
      case .text, .oneOf: nil
      }
    }
    let placeholders = keys.optional("or", .oneOrMore(of: .name)) { field in
      if case .link(let words) = field.value, !words.isEmpty { words } else { nil }
    }
    if words != nil, type != nil {
      keys.report(
        .invalidValue, "a field has a 'type' or is 'one-of' some words; remove one", at: keys.range(of: "type"))
    }
    if placeholders != nil, type != .link {
      keys.report(.invalidValue, "'or' belongs to 'type: link'; remove it", at: keys.range(of: "or"))
    }
    if let words { return .oneOf(words) }
    return switch type {
    case .date: .date
    case .link: .link(or: placeholders ?? [])
    case .text, nil: .text
    }
  }
}

/// The words for what a header field holds.
enum HeaderFieldType: String, CaseIterable {
  case text
  case date
  case link
}

extension YAMLForm where Value == HeaderFieldRule.Condition {
  fileprivate static var condition: Self {
    mapping("condition") { keys in
      let field = keys.required("field", .name) { $0.field }
      let values = keys.required("values", .oneOrMore(of: .name)) { $0.values }
      guard let field, let values else { return nil }
      return HeaderFieldRule.Condition(field: field, values: values)
    }
  }
}
