/// Writes values as YAML that a person goes on to edit: one key a line, short lists and mappings within their line.
struct YAMLWriter {
  /// What a line with a list or mapping in it has at the most; a longer one is written over several lines.
  private static let lineLimit = 120

  private var text = ""

  /// A whole file, which is a mapping.
  ///
  /// - Parameter schema: the path of its JSON Schema as seen from the file, for editors.
  static func file(_ root: YAMLValue, schema: String) -> [UInt8] {
    var writer = YAMLWriter()
    writer.text = modeline(schema) + "\n"
    if case .mapping(let fields) = root, !fields.pairs.isEmpty {
      writer.write(fields, indent: 0)
    } else {
      writer.text += "{}\n"
    }
    return Array(writer.text.utf8)
  }

  /// The line that tells an editor with a YAML language server which schema a file has.
  static func modeline(_ schema: String) -> String { modelineStart + schema }

  static let modelineStart = "# yaml-language-server: $schema="

  private mutating func write(_ fields: YAMLFields, indent: Int, isFirstIndented: Bool = true) {
    for (index, pair) in fields.pairs.enumerated() {
      if index > 0 || isFirstIndented { text += String(repeating: " ", count: indent) }
      let key = YAMLScalar.written(pair.key, inFlow: false) + ":"
      if let line = Self.line(pair.value, room: Self.lineLimit - indent - key.utf8.count) {
        text += key + " " + line + "\n"
      } else {
        text += key + "\n"
        writeBlock(pair.value, indent: indent + 2)
      }
    }
  }

  private mutating func writeBlock(_ value: YAMLValue, indent: Int) {
    switch value {
    case .bare, .text: break
    case .mapping(let fields): write(fields, indent: indent)
    case .list(let elements):
      for element in elements {
        text += String(repeating: " ", count: indent) + "- "
        if let line = Self.line(element, room: Self.lineLimit - indent - 2) {
          text += line + "\n"
        } else if case .mapping(let fields) = element {
          write(fields, indent: indent + 2, isFirstIndented: false)
        }
      }
    }
  }

  /// The value as it stands behind its key or hyphen; nil for one that takes lines of its own.
  private static func line(_ value: YAMLValue, room: Int) -> String? {
    switch value {
    case .bare(let text): return text
    case .text(let text): return YAMLScalar.written(text, inFlow: false)
    case .list(let elements) where elements.isEmpty: return "[]"
    case .mapping(let fields) where fields.pairs.isEmpty: return "{}"
    case .list(let elements):
      guard elements.allSatisfy({ $0.isScalar }) else { return nil }
      let line = flow(value)
      return line.utf8.count < room || elements.count == 1 ? line : nil
    case .mapping(let fields):
      guard fields.pairs.allSatisfy({ $0.value.isFlat }) else { return nil }
      let line = flow(value)
      return line.utf8.count < room ? line : nil
    }
  }

  private static func flow(_ value: YAMLValue) -> String {
    switch value {
    case .bare(let text): text
    case .text(let text): YAMLScalar.written(text, inFlow: true)
    case .list(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
    case .mapping(let fields):
      "{"
        + fields.pairs.map { YAMLScalar.written($0.key, inFlow: true) + ": " + flow($0.value) }.joined(separator: ", ")
        + "}"
    }
  }
}

extension YAMLValue {
  /// A scalar or a list of scalars, which may stand within a line.
  fileprivate var isFlat: Bool {
    if case .list(let elements) = self { elements.allSatisfy({ $0.isScalar }) } else { isScalar }
  }
}
