package import Diagnostics

/// The keys of a mapping, each described once: what it holds, whether it must be there, what its absence says, what it
/// is for, and where the whole has it. One walk through the description reads a mapping, another writes one, and a third
/// gives its schema; whatever the walk, each key is asked for. Keys that are not asked for are not keys of the mapping.
///
/// `Whole` is what is written: `Never` for what is only read.
package final class YAMLKeys<Whole> {
  private enum Walk {
    case reading
    case writing(Whole)
    case describing
  }

  /// What the mapping describes, for messages: `tier`.
  let noun: String
  private let walk: Walk
  private let node: YAMLNode
  private let faults: FaultLog
  private var order: [(name: String, key: YAMLNode)] = []
  private var pairs: [String: YAMLPair] = [:]
  private var asked: [String] = []
  private var missing: [String] = []
  private var written = YAMLFields()
  private var described: [Schema.Key] = []

  private init(_ walk: Walk, _ node: YAMLNode, noun: String, faults: FaultLog) {
    self.walk = walk
    self.node = node
    self.noun = noun
    self.faults = faults
  }

  private convenience init(_ walk: Walk, noun: String) {
    let nowhere = FaultLog(file: SourceFile(path: "", bytes: []))
    self.init(walk, YAMLNode(.mapping([]), at: .fileStart), noun: noun, faults: nowhere)
  }

  // MARK: Walks

  static func read<Value>(
    _ node: YAMLNode, _ pairs: [YAMLPair], noun: String, _ faults: FaultLog, _ body: (YAMLKeys) -> Value?
  ) -> Value? {
    let keys = YAMLKeys(.reading, node, noun: noun, faults: faults)
    for pair in pairs { keys.add(pair) }
    let value = body(keys)
    keys.finish()
    return value
  }

  static func written<Value>(_ whole: Whole, noun: String, _ body: (YAMLKeys) -> Value?) -> YAMLValue {
    let keys = YAMLKeys(.writing(whole), noun: noun)
    _ = body(keys)
    return .mapping(keys.written)
  }

  static func schema<Value>(noun: String, _ body: (YAMLKeys) -> Value?) -> Schema {
    let keys = YAMLKeys(.describing, noun: noun)
    _ = body(keys)
    return .record(Schema.Record(noun: noun, keys: keys.described))
  }

  // MARK: Keys

  /// The value of a key that must be there; nil if it is not, or is at fault, and then that is reported.
  ///
  /// - Parameter about: what the key is for, which editors show.
  package func required<Value>(
    _ key: String, _ form: YAMLForm<Value>, about: String? = nil, _ part: (Whole) -> Value
  ) -> Value? {
    if case .reading = walk, pairs[key] == nil { missing.append(key) }
    return value(key, form, isRequired: true, about) { part($0) }
  }

  /// The value of a key that may be left out; nil if it is, or is at fault, and then that is reported.
  package func optional<Value>(
    _ key: String, _ form: YAMLForm<Value>, about: String? = nil, _ part: (Whole) -> Value?
  ) -> Value? {
    value(key, form, isRequired: false, about, part)
  }

  /// The value of a key whose absence says as much as `absent`.
  ///
  /// - Parameter isAlwaysWritten: whether it is written all the same, for somebody to look up and fill in.
  package func optional<Value: Equatable>(
    _ key: String, _ form: YAMLForm<Value>, default absent: Value, isAlwaysWritten: Bool = false, about: String? = nil,
    _ part: (Whole) -> Value
  ) -> Value {
    let value = value(key, form, isRequired: false, about) { whole in
      let value = part(whole)
      return value == absent && !isAlwaysWritten ? nil : value
    }
    return value ?? absent
  }

  private func value<Value>(
    _ key: String, _ form: YAMLForm<Value>, isRequired: Bool, _ about: String?, _ part: (Whole) -> Value?
  ) -> Value? {
    switch walk {
    case .reading:
      asked.append(key)
      return pairs[key].flatMap { form.read($0.value, faults) }
    case .writing(let whole):
      let value = part(whole)
      if let value { written.add(key, form.write(value)) }
      return value
    case .describing:
      described.append(Schema.Key(name: key, value: form.schema(), isRequired: isRequired, about: about))
      return nil
    }
  }

  /// Reports a key that other keys make necessary.
  func requirePresence(of key: String) {
    if pairs[key] == nil { missing.append(key) }
  }

  // MARK: Places and faults

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

  private func finish() {
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
        help: "its keys are \(asked.quotedList)")
      return nil
    }
    faults.report(
      .unknownKey, "'\(name)' is not a key of this \(noun); did you mean '\(meant)'?", at: key.range)
    return meant
  }
}

/// Mappings that are only read.
extension YAMLKeys where Whole == Never {
  package func required<Value>(_ key: String, _ form: YAMLForm<Value>, about: String? = nil) -> Value? {
    required(key, form, about: about, Self.part)
  }

  package func optional<Value>(_ key: String, _ form: YAMLForm<Value>, about: String? = nil) -> Value? {
    optional(key, form, about: about, Self.part)
  }

  package func optional<Value>(
    _ key: String, _ form: YAMLForm<Value>, default absent: Value, about: String? = nil
  ) -> Value {
    optional(key, form, about: about) ?? absent
  }

  private static func part<Value>(of nothing: Never) -> Value {}
}
