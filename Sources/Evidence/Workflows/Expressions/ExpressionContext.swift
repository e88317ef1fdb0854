import Diagnostics

/// What expressions are evaluated against: the contexts that are known before a workflow runs.
struct ExpressionContext: Sendable {
  /// By name, in lower case; a context that is not here is known only when the workflow runs.
  private var contexts: [String: ExpressionValue] = [:]

  /// - Parameter event: what starts the workflow; nil for any event.
  init(repository: String, event: String? = nil) {
    var github: [String: ExpressionValue] = ["repository": .string(repository)]
    if let owner = repository.split(separator: "/").first { github["repository_owner"] = .string(String(owner)) }
    if let event { github["event_name"] = .string(event) }
    contexts["github"] = .object(github, isOpen: true)
  }

  /// A branch that a change is made to, or proposed for.
  struct Branch: Sendable {
    var name: String
    var isProposed: Bool
  }

  /// The same on a change of a branch. A proposal's own branch is not known.
  func on(_ branch: Branch) -> ExpressionContext {
    var changed = self
    guard case .object(var github, let isOpen) = self["github"] else { return self }
    github["ref"] = .string(branch.isProposed ? "refs/pull/1/merge" : "refs/heads/\(branch.name)")
    github["ref_name"] = .string(branch.isProposed ? "1/merge" : branch.name)
    github["ref_type"] = .string("branch")
    github["base_ref"] = .string(branch.isProposed ? branch.name : "")
    changed["github"] = .object(github, isOpen: isOpen)
    return changed
  }

  /// The same in a workflow that an event has started, for a change of a branch.
  func started(by event: String, on branch: Branch) -> ExpressionContext {
    var changed = on(branch)
    guard case .object(var github, let isOpen) = changed["github"] else { return changed }
    github["event_name"] = .string(event)
    changed["github"] = .object(github, isOpen: isOpen)
    return changed
  }

  subscript(name: String) -> ExpressionValue {
    get { contexts[name] ?? .unknown }
    set { contexts[name] = newValue }
  }

  /// Adds what `env` gives, on top of what is there. What a step writes into `$GITHUB_ENV` is not known, so that a name
  /// which is not there may still be.
  mutating func add(_ settings: [WorkflowSetting]) {
    var values: [String: ExpressionValue] = [:]
    if case .object(let known, _) = self["env"] { values = known }
    for setting in settings { values[setting.name.lowercased()] = value(of: setting.value.value) }
    contexts["env"] = .object(values, isOpen: true)
  }

  /// The value of a text with expressions in it: of the only one where there is nothing else, else a text.
  func value(of text: String) -> ExpressionValue {
    guard text.hasBytes("${{") else { return .string(text) }
    let parts = ExpressionTemplate.parts(of: text)
    if parts.count == 1, case .expression(let source) = parts[0] { return value(ofExpression: source) }
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .expression(let source):
        guard let text = value(ofExpression: source).text else { return .unknown }
        result += text
      }
    }
    return .string(result)
  }

  /// The text with what can be told in place of its expressions; the others stay as they are.
  func resolving(_ text: String) -> String {
    guard text.hasBytes("${{") else { return text }
    return ExpressionTemplate.parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .expression(let source): value(ofExpression: source).text ?? "${{\(source)}}"
      }
    }.joined()
  }

  /// Whether an `if` lets its job or step run. Nil when it cannot be told.
  func condition(_ text: String) -> Bool? { condition(ExpressionCondition(text)) }

  func condition(_ condition: ExpressionCondition) -> Bool? {
    switch condition {
    case .always: true
    case .unreadable: nil
    case .expression(let expression): ExpressionEvaluator(context: self).condition(expression)
    }
  }

  private func value(ofExpression source: String) -> ExpressionValue {
    guard let expression = Expression(source) else { return .unknown }
    return ExpressionEvaluator(context: self).value(expression)
  }
}

extension Expression {
  fileprivate init?(_ source: String) {
    guard let expression = ExpressionParser.parse(source) else { return nil }
    self = expression
  }
}

/// What stands after `if:`, which needs no `${{`.
enum ExpressionCondition {
  case always
  case unreadable
  case expression(Expression)

  init(_ text: String) {
    let parts = ExpressionTemplate.parts(of: text)
    // Text beside an expression makes a text of all of it, which is true whatever it says.
    guard parts.count == 1 else {
      self = .always
      return
    }
    switch parts[0] {
    case .text(let source), .expression(let source):
      self = Expression(source).map { .expression($0) } ?? .unreadable
    }
  }
}

/// The texts and expressions that a scalar of a workflow is made of.
enum ExpressionTemplate {
  enum Part: Hashable {
    case text(String)
    /// Without its `${{` and `}}`.
    case expression(String)
  }

  /// An expression without an end is text.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    let bytes = Array(text.utf8)
    var textStart = 0
    var index = 0
    func add(upTo end: Int) {
      let text = String(decoding: bytes[textStart..<end], as: UTF8.self)
      let isBlank = text.allSatisfy { $0.isWhitespace }
      if !text.isEmpty, !(isBlank && (parts.isEmpty || end == bytes.count)) { parts.append(.text(text)) }
    }
    while index + 2 < bytes.count {
      guard bytes[index] == 0x24, bytes[index + 1] == 0x7B, bytes[index + 2] == 0x7B else {
        index += 1
        continue
      }
      guard let end = end(of: bytes, from: index + 3) else { break }
      add(upTo: index)
      parts.append(.expression(String(decoding: bytes[index + 3..<end], as: UTF8.self)))
      index = end + 2
      textStart = index
    }
    add(upTo: bytes.count)
    return parts
  }

  /// Where `}}` stands, outside of quotes.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "'") { isQuoted.toggle() }
      if !isQuoted, bytes[index] == 0x7D, bytes[index + 1] == 0x7D { return index }
      index += 1
    }
    return nil
  }
}
