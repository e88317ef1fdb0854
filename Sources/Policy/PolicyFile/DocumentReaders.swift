import Diagnostics

extension ValueReader where Value == DocumentConventions {
  static var documentConventions: Self {
    mapping("document section") { keys in
      let issues = keys.optional("issues", .issues)
      let mailingList = keys.optional(
        "mailing-list", .url, about: "The archive of the list on which moves are decided, up to the list's name.")
      let header = keys.optional("header", .list(of: .located(.headerField)), default: [])
      let numbering = keys.optional("numbering", .numbering)
      checkConditions(header, keys)
      return DocumentConventions(
        issueRepository: issues?.repository, issuePrefixes: issues?.prefixes ?? [], mailingList: mailingList,
        header: header.map(\.value), numbering: numbering)
    }
  }

  /// A condition on a field that the header does not list would never hold.
  private static func checkConditions(_ header: [Located<HeaderFieldRule>], _ keys: MappingReader) {
    let values = Dictionary(header.map { ($0.value.name, $0.value.value) }) { first, _ in first }
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

extension ValueReader where Value == IssueLinks {
  static var issues: Self {
    mapping("issues section") { keys in
      let repository = keys.required("repository", .repository)
      let prefixes = keys.required("prefixes", .oneOrMore(of: .name))
      guard let repository, let prefixes else { return nil }
      return IssueLinks(repository: repository, prefixes: prefixes)
    }
  }
}

extension ValueReader where Value == String {
  static var repository: Self {
    scalar("a repository such as numpy/numpy", schema: .text("^[^/\\s]+/[^/\\s]+$")) { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) } ? text : nil
    }
  }
}

extension ValueReader where Value == DocumentConventions.Numbering {
  static var numbering: Self {
    mapping("numbering") { keys in
      let file = keys.required("file", .text)
      let label = keys.required("label", .text)
      let title = keys.required("title", .text)
      let separator = keys.optional("separator", .text)
      guard let file, let label, let title else { return nil }
      return DocumentConventions.Numbering(
        filePrefix: file, labelPrefix: label, titlePrefix: title, titleSeparator: separator)
    }
  }
}

extension ValueReader where Value == HeaderFieldRule {
  static var headerField: Self {
    mapping("header field") { keys in
      let name = keys.required("name", .name)
      let value = value(keys)
      let isRequired = keys.optional("required", .flag, default: true)
      let condition = keys.optional("required-when", .condition)
      guard let name else { return nil }
      return HeaderFieldRule(
        name, value, isRequired: condition == nil && isRequired, requiredWhen: condition)
    }
    .orScalar(ValueReader<String>.name.map { HeaderFieldRule($0, .text) })
  }

  private static func value(_ keys: MappingReader) -> HeaderFieldRule.Value {
    let words = keys.optional("one-of", .oneOrMore(of: .name))
    let placeholders = keys.optional("or", .oneOrMore(of: .name))
    let type = keys.optional("type", ValueReader<HeaderFieldType>.word)
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

extension ValueReader where Value == HeaderFieldRule.Condition {
  fileprivate static var condition: Self {
    mapping("condition") { keys in
      let field = keys.required("field", .name)
      let values = keys.required("values", .oneOrMore(of: .name))
      guard let field, let values else { return nil }
      return HeaderFieldRule.Condition(field: field, values: values)
    }
  }
}
