package import Diagnostics

/// Reads a mapping key by key. The keys asked for are the keys that it may have: `finish` reports all others.
package final class MappingReader {
  /// What the mapping describes, for messages: `tier`.
  let noun: String
  private let node: YAMLNode
  private let faults: FaultLog
  private var order: [(name: String, key: YAMLNode)] = []
  private var pairs: [String: YAMLPair] = [:]
  private var asked: [String] = []
  private var missing: [String] = []
  /// The keys with their schemas, when that is what is asked for; nothing is read then.
  private var described: [Schema.Key]?

  init(_ node: YAMLNode, pairs: [YAMLPair], noun: String, faults: FaultLog) {
    self.node = node
    self.noun = noun
    self.faults = faults
    for pair in pairs { add(pair) }
  }

  /// The keys that `body` asks for.
  static func schema<Value>(_ noun: String, _ body: (MappingReader) -> Value?) -> Schema {
    let nothing = YAMLNode(.mapping([]), at: .fileStart)
    let keys = MappingReader(nothing, pairs: [], noun: noun, faults: FaultLog(file: SourceFile(path: "", bytes: [])))
    keys.described = []
    _ = body(keys)
    return .record(Schema.Record(noun: noun, keys: keys.described ?? []))
  }

  private func add(_ pair: YAMLPair) {
    guard case .scalar(let name, _) = pair.key.content else {
      if case .alias(let name) = pair.key.content {
        return faults.report(.yamlAlias, "'*\(name)' is an alias; write the key out", at: pair.key.range)
      }
      return faults.report(.wrongType, "a key of this \(noun) is a list or a mapping; write a word", at: pair.key.range)
    }
    if let first = pairs[name] {
      return faults.report(
        .duplicateKey, "'\(name)' is given twice; keep one of them", at: pair.key.range,
        notes: [Diagnostic.Note("first given here", at: first.key.range)])
    }
    pairs[name] = pair
    order.append((name, pair.key))
  }

  /// The value of a key that must be there; nil if it is not, or is at fault, and then that is reported.
  ///
  /// - Parameter about: what the key is for, which editors show.
  package func required<Value>(_ key: String, _ reader: ValueReader<Value>, about: String? = nil) -> Value? {
    describe(key, reader, isRequired: true, about)
    if pairs[key] == nil { missing.append(key) }
    return read(key, reader)
  }

  /// The value of a key that may be left out; nil if it is, or is at fault, and then that is reported.
  package func optional<Value>(_ key: String, _ reader: ValueReader<Value>, about: String? = nil) -> Value? {
    describe(key, reader, isRequired: false, about)
    return read(key, reader)
  }

  package func optional<Value>(
    _ key: String, _ reader: ValueReader<Value>, default value: Value, about: String? = nil
  ) -> Value {
    optional(key, reader, about: about) ?? value
  }

  /// Reports a key that other keys make necessary.
  func requirePresence(of key: String) {
    if pairs[key] == nil { missing.append(key) }
  }

  private func read<Value>(_ key: String, _ reader: ValueReader<Value>) -> Value? {
    asked.append(key)
    return pairs[key].flatMap { reader.read($0.value, faults) }
  }

  private func describe<Value>(_ key: String, _ reader: ValueReader<Value>, isRequired: Bool, _ about: String?) {
    guard described != nil else { return }
    described?.append(Schema.Key(name: key, value: reader.schema(), isRequired: isRequired, about: about))
  }

  /// Where the key stands, or the mapping when it does not.
  package func range(of key: String) -> SourceRange {
    pairs[key]?.key.range ?? place
  }

  package func report(
    _ fault: FileFault, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    faults.report(fault, message, at: range, notes: notes, help: help)
  }

  /// The mapping's first key, since a whole mapping is too much to underline.
  private var place: SourceRange { order.first?.key.range ?? node.range }

  func finish() {
    let known = Set(asked)
    var misspelt: Set<String> = []
    for (name, key) in order where !known.contains(name) {
      if let meant = reportUnknown(name, key) { misspelt.insert(meant) }
    }
    // A key that is there under another spelling is one fault, not two.
    for key in missing where !misspelt.contains(key) {
      faults.report(.missingKey, "this \(noun) has no '\(key)'; add it", at: place)
    }
  }

  /// - Returns: The key that was probably meant.
  private func reportUnknown(_ name: String, _ key: YAMLNode) -> String? {
    guard name != "<<" else {
      faults.report(.yamlAlias, "'<<' merges an alias; write its keys out", at: key.range)
      return nil
    }
    guard let meant = NearestName.closest(to: name, in: missing + asked) else {
      faults.report(
        .unknownKey, "'\(name)' is not a key of this \(noun); remove it", at: key.range,
        help: "its keys are \(quotedList(asked))")
      return nil
    }
    faults.report(
      .unknownKey, "'\(name)' is not a key of this \(noun); did you mean '\(meant)'?", at: key.range)
    return meant
  }
}
