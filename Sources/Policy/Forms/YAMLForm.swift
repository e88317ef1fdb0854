package import Diagnostics

/// How a value stands in a YAML file: what it may be there, what it becomes, and how it is written.
package struct YAMLForm<Value> {
  /// Nil when the value is at fault, which is then reported.
  package let read: (YAMLNode, FaultLog) -> Value?
  let write: (Value) -> YAMLValue
  /// What may stand there, as far as a JSON Schema can say it.
  package let schema: () -> Schema

  init(
    schema: @autoclosure @escaping () -> Schema, write: @escaping (Value) -> YAMLValue,
    _ read: @escaping (YAMLNode, FaultLog) -> Value?
  ) {
    self.schema = schema
    self.write = write
    self.read = read
  }

  /// A form of values that are never written.
  package static func readOnly(_ read: @escaping (YAMLNode, FaultLog) -> Value?) -> Self {
    Self(schema: .anything, write: neverWritten, read)
  }

  package static func neverWritten(_: Value) -> YAMLValue { .mapping(YAMLFields()) }

  /// A mapping, key by key; keys that `body` does not ask for are reported.
  static func mapping(_ noun: String, _ body: @escaping (YAMLKeys<Value>) -> Value?) -> Self {
    Self(schema: YAMLKeys.schema(noun: noun, body), write: { YAMLKeys.written($0, noun: noun, body) }) { node, faults in
      readMapping(noun, node, faults, body)
    }
  }

  /// A mapping that is never written.
  package static func readOnlyMapping(_ noun: String, _ body: @escaping (YAMLKeys<Never>) -> Value?) -> Self {
    Self(schema: YAMLKeys.schema(noun: noun, body), write: neverWritten) { node, faults in
      readMapping(noun, node, faults, body)
    }
  }

  private static func readMapping<Whole>(
    _ noun: String, _ node: YAMLNode, _ faults: FaultLog, _ body: (YAMLKeys<Whole>) -> Value?
  ) -> Value? {
    guard checkTag(node, faults) else { return nil }
    guard case .mapping(let pairs) = node.content else {
      return wrongType(node, expected: "a mapping with the keys of this \(noun)", faults)
    }
    return YAMLKeys.read(node, pairs, noun: noun, faults, body)
  }

  /// A scalar. `convert` gives nil for a text that the field does not have.
  package static func scalar(
    _ expected: String, isPlain: Bool = false, schema: Schema = .text, write: @escaping (Value) -> YAMLValue,
    _ convert: @escaping (String) -> Value?
  ) -> Self {
    Self(schema: schema, write: write) { node, faults in
      guard checkTag(node, faults) else { return nil }
      guard case .scalar(let text, let style) = node.content, !node.isEmpty else {
        return wrongType(node, expected: expected, faults)
      }
      if isPlain, style != .plain {
        faults.report(.wrongType, "'\(text)' is quoted and so a text; write \(expected) without quotes", at: node.range)
        return nil
      }
      guard let value = convert(text) else {
        faults.report(.invalidValue, "'\(text)' is not \(expected); write one", at: node.range)
        return nil
      }
      return value
    }
  }

  /// The value with its place, for checks that compare values.
  package static func located<Inner>(_ inner: YAMLForm<Inner>) -> Self where Value == Located<Inner> {
    Self(schema: inner.schema(), write: { inner.write($0.value) }) { node, faults in
      inner.read(node, faults).map { Located(value: $0, range: node.range) }
    }
  }

  /// A short form for a scalar, and this for everything else.
  ///
  /// - Parameter short: what a value is written as in short; nil where that does not say it all.
  package func orScalar<Short>(
    _ form: YAMLForm<Short>, written short: @escaping (Value) -> Short? = { _ in nil },
    _ value: @escaping (Short) -> Value
  ) -> Self {
    or(form, written: short, value) { node in
      if case .scalar = node.content { !node.isEmpty } else { false }
    }
  }

  /// A short form for a list, and this for everything else.
  func orSequence<Short>(_ form: YAMLForm<Short>, _ value: @escaping (Short) -> Value) -> Self {
    or(form, written: { _ in nil }, value) { node in
      if case .sequence = node.content { true } else { false }
    }
  }

  private func or<Short>(
    _ form: YAMLForm<Short>, written short: @escaping (Value) -> Short?, _ value: @escaping (Short) -> Value,
    where isShort: @escaping (YAMLNode) -> Bool
  ) -> Self {
    Self(
      schema: .either(form.schema(), schema()),
      write: { value in short(value).map(form.write) ?? write(value) },
      { node, faults in isShort(node) ? form.read(node, faults).map(value) : read(node, faults) })
  }

  static func wrongType(_ node: YAMLNode, expected: String, _ faults: FaultLog) -> Value? {
    if case .alias(let name) = node.content {
      faults.report(.yamlAlias, "'*\(name)' is an alias; write the value out", at: node.range)
      return nil
    }
    faults.report(.wrongType, "\(node.kindName) stands here; write \(expected)", at: node.range)
    return nil
  }

  private static func checkTag(_ node: YAMLNode, _ faults: FaultLog) -> Bool {
    guard let tag = node.tag, !["str", "seq", "map"].contains(where: { tag == "tag:yaml.org,2002:\($0)" }) else {
      return true
    }
    faults.report(.wrongType, "the tag '\(tag)' has no meaning here; remove it", at: node.range)
    return false
  }
}

extension YAMLNode {
  fileprivate var kindName: String {
    switch content {
    case .scalar: isEmpty ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }
}

extension YAMLForm where Value == String {
  package static var text: Self { scalar("a text") { $0 } }

  /// A text of some kind. `convert` gives nil for one that the field does not have.
  package static func scalar(
    _ expected: String, schema: Schema = .text, _ convert: @escaping (String) -> String?
  ) -> Self {
    scalar(expected, schema: schema, write: { .text($0) }, convert)
  }

  /// A text with something in it.
  package static var name: Self {
    scalar("a name", schema: .text("\\S")) { $0.allSatisfy { $0.isWhitespace } ? nil : $0 }
  }
}

extension YAMLForm where Value == Bool {
  package static var flag: Self {
    scalar("'true' or 'false'", isPlain: true, schema: .flag, write: { .bare($0 ? "true" : "false") }) {
      $0 == "true" ? true : $0 == "false" ? false : nil
    }
  }
}

extension YAMLForm where Value == Int {
  /// A whole number from 0 on.
  package static var count: Self {
    scalar("a whole number", isPlain: true, schema: .count, write: { .bare(String($0)) }) { text in
      text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
    }
  }
}

extension YAMLForm where Value == Double {
  /// A percentage from 0 to 100, without the sign.
  package static var percentage: Self {
    scalar(
      "a number from 0 to 100", isPlain: true, schema: .percentage, write: { .bare(YAMLScalar.written($0)) }
    ) { text in
      guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), let number = Double(text), number <= 100 else {
        return nil
      }
      return number
    }
  }
}

extension YAMLForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the type's words.
  package static var word: Self {
    let word = YAMLForm<String>.word(among: Value.allCases.map { $0.rawValue })
    return Self(schema: word.schema(), write: { .text($0.rawValue) }) { node, faults in
      word.read(node, faults).flatMap { Value(rawValue: $0) }
    }
  }
}

extension YAMLForm where Value == String {
  /// One of these words.
  package static func word(among words: [String]) -> Self {
    Self(schema: .words(words), write: { .text($0) }) { node, faults in
      guard let text = text.read(node, faults) else { return nil }
      if words.contains(text) { return text }
      let near = NearestName.closest(to: text, in: words)
      faults.report(
        .invalidValue,
        "'\(text)' is none of \(words.quotedList); " + (near.map { "did you mean '\($0)'?" } ?? "write one"),
        at: node.range)
      return nil
    }
  }
}

extension YAMLForm {
  /// A list. Elements at fault are left out, and reported; nothing at all is an empty list.
  package static func list<Element>(of element: YAMLForm<Element>) -> Self where Value == [Element] {
    Self(schema: .list(element.schema()), write: { .list($0.map(element.write)) }) { node, faults in
      if node.isEmpty { return [] }
      guard case .sequence(let nodes) = node.content else { return wrongType(node, expected: "a list", faults) }
      return nodes.compactMap { element.read($0, faults) }
    }
  }

  /// A list, or its only element.
  package static func oneOrMore<Element>(of element: YAMLForm<Element>) -> Self where Value == [Element] {
    list(of: element).orScalar(element, written: { $0.count == 1 ? $0.first : nil }) { [$0] }
  }

  /// A mapping whose keys are the file's own: its pairs, in order, each key once. Nothing at all is an empty mapping.
  package static func pairs<Key, Element>(
    of key: YAMLForm<Key>, _ element: YAMLForm<Element>
  ) -> Self where Value == [(key: Key, value: Element)] {
    Self(
      schema: .entries(key: key.schema(), value: element.schema()),
      write: { .mapping(YAMLFields($0.map { (key.write($0.key), element.write($0.value)) })) }
    ) { node, faults in
      if node.isEmpty { return [] }
      guard case .mapping(let pairs) = node.content else { return wrongType(node, expected: "a mapping", faults) }
      var first: [String: SourceRange] = [:]
      return pairs.compactMap { pair in
        let isNew = checkUnique(pair.key, &first, faults)
        guard let key = key.read(pair.key, faults), let value = element.read(pair.value, faults) else { return nil }
        return isNew ? (key, value) : nil
      }
    }
  }

  private static func checkUnique(_ key: YAMLNode, _ first: inout [String: SourceRange], _ faults: FaultLog) -> Bool {
    guard case .scalar(let text, _) = key.content else { return true }
    guard let known = first[text] else {
      first[text] = key.range
      return true
    }
    faults.report(
      .duplicateKey, "'\(text)' is given twice; keep one of them", at: key.range,
      notes: [Diagnostic.Note("first given here", at: known)])
    return false
  }
}
