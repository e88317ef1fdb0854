package import Diagnostics

/// How a value of a file is read: what it may be, and what it becomes. Nil when it is at fault, which is then reported.
package struct ValueReader<Value> {
  package let read: (YAMLNode, FaultLog) -> Value?
  /// The same, as far as a JSON Schema can say it.
  package let schema: () -> Schema

  package init(
    schema: @autoclosure @escaping () -> Schema = .anything, _ read: @escaping (YAMLNode, FaultLog) -> Value?
  ) {
    self.schema = schema
    self.read = read
  }

  /// A mapping, read key by key; keys that `body` does not ask for are reported.
  package static func mapping(_ noun: String, _ body: @escaping (MappingReader) -> Value?) -> Self {
    Self(schema: MappingReader.schema(noun, body)) { node, faults in
      guard checkTag(node, faults) else { return nil }
      guard case .mapping(let pairs) = node.content else {
        return wrongType(node, expected: "a mapping with the keys of this \(noun)", faults)
      }
      let keys = MappingReader(node, pairs: pairs, noun: noun, faults: faults)
      let value = body(keys)
      keys.finish()
      return value
    }
  }

  /// A scalar. `convert` gives nil for a text that the field does not have.
  package static func scalar(
    _ expected: String, isPlain: Bool = false, schema: Schema = .text, _ convert: @escaping (String) -> Value?
  ) -> Self {
    Self(schema: schema) { node, faults in
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
  package static func located<Inner>(_ inner: ValueReader<Inner>) -> Self where Value == Located<Inner> {
    Self(schema: inner.schema()) { node, faults in
      inner.read(node, faults).map { Located(value: $0, range: node.range) }
    }
  }

  /// A short form for a scalar, and this for everything else.
  package func orScalar(_ short: Self) -> Self {
    Self(schema: .either(short.schema(), schema())) { node, faults in
      if case .scalar = node.content, !node.isEmpty { return short.read(node, faults) }
      return read(node, faults)
    }
  }

  /// A short form for a list, and this for everything else.
  package func orSequence(_ short: Self) -> Self {
    Self(schema: .either(short.schema(), schema())) { node, faults in
      if case .sequence = node.content { return short.read(node, faults) }
      return read(node, faults)
    }
  }

  package func map<Other>(_ transform: @escaping (Value) -> Other) -> ValueReader<Other> {
    ValueReader<Other>(schema: schema()) { node, faults in read(node, faults).map(transform) }
  }

  func compactMap<Other>(_ transform: @escaping (Value) -> Other?) -> ValueReader<Other> {
    ValueReader<Other>(schema: schema()) { node, faults in read(node, faults).flatMap(transform) }
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

extension ValueReader where Value == String {
  package static var text: Self { scalar("a text") { $0 } }

  /// A text with something in it.
  package static var name: Self {
    scalar("a name", schema: .text("\\S")) { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}

extension ValueReader where Value == Bool {
  package static var flag: Self {
    scalar("'true' or 'false'", isPlain: true, schema: .flag) { $0 == "true" ? true : $0 == "false" ? false : nil }
  }
}

extension ValueReader where Value == Int {
  /// A whole number from 0 on.
  package static var count: Self {
    scalar("a whole number", isPlain: true, schema: .count) { text in
      text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
    }
  }
}

extension ValueReader where Value == Double {
  /// A percentage from 0 to 100, without the sign.
  package static var percentage: Self {
    scalar("a number from 0 to 100", isPlain: true, schema: .percentage) { text in
      guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), let number = Double(text), number <= 100 else {
        return nil
      }
      return number
    }
  }
}

extension ValueReader where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the type's words.
  package static var word: Self {
    ValueReader<String>.word(among: Value.allCases.map(\.rawValue)).compactMap { Value(rawValue: $0) }
  }
}

extension ValueReader where Value == String {
  /// One of these words.
  package static func word(among words: [String]) -> Self {
    Self(schema: .words(words)) { node, faults in
      guard let text = text.read(node, faults) else { return nil }
      if words.contains(text) { return text }
      let near = NearestName.closest(to: text, in: words)
      faults.report(
        .invalidValue,
        "'\(text)' is none of \(quotedList(words)); " + (near.map { "did you mean '\($0)'?" } ?? "write one"),
        at: node.range)
      return nil
    }
  }
}

extension ValueReader {
  /// A list. Elements at fault are left out, and reported; nothing at all is an empty list.
  package static func list<Element>(of element: ValueReader<Element>) -> Self where Value == [Element] {
    Self(schema: .list(element.schema())) { node, faults in
      if node.isEmpty { return [] }
      guard case .sequence(let nodes) = node.content else { return wrongType(node, expected: "a list", faults) }
      return nodes.compactMap { element.read($0, faults) }
    }
  }

  /// A list, or its only element.
  package static func oneOrMore<Element>(of element: ValueReader<Element>) -> Self where Value == [Element] {
    list(of: element).orScalar(element.map { [$0] })
  }

  /// A mapping whose keys are the file's own: its pairs, in order, each key once. Nothing at all is an empty mapping.
  package static func pairs<Key, Element>(
    of key: ValueReader<Key>, _ element: ValueReader<Element>
  ) -> Self where Value == [(key: Key, value: Element)] {
    Self(schema: .entries(key: key.schema(), value: element.schema())) { node, faults in
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
