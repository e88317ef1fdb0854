import Diagnostics
import Policy

/// The functions of expressions that need nothing but their arguments.
enum ExpressionFunctions {
  /// `format` may repeat its arguments, and they theirs.
  private static let textLimit = 1 << 16

  static func call(_ name: String, _ arguments: [ExpressionValue]) -> ExpressionValue {
    switch name {
    // Nothing has failed and nobody has stopped the run, or no job shows anything of its platform.
    case "always", "success": return .bool(true)
    case "failure", "cancelled": return .bool(false)
    case "contains": return contains(arguments)
    case "startswith": return texts(arguments) { $0.hasPrefix($1) }
    case "endswith": return texts(arguments) { $0.hasSuffix($1) }
    case "format": return format(arguments)
    case "join": return join(arguments)
    case "fromjson": return arguments.count == 1 ? fromJSON(arguments[0]) : .unknown
    default: return .unknown
    }
  }

  private static func texts(_ arguments: [ExpressionValue], _ check: (String, String) -> Bool) -> ExpressionValue {
    guard arguments.count == 2, let text = arguments[0].text, let part = arguments[1].text else { return .unknown }
    return .bool(check(text.lowercased(), part.lowercased()))
  }

  private static func contains(_ arguments: [ExpressionValue]) -> ExpressionValue {
    guard arguments.count == 2 else { return .unknown }
    guard case .array(let values) = arguments[0] else {
      return texts(arguments) { text, part in text.holds(part) }
    }
    let found = values.map { $0.equals(arguments[1]) }
    if found.contains(true) { return .bool(true) }
    return found.contains(nil) ? .unknown : .bool(false)
  }

  private static func join(_ arguments: [ExpressionValue]) -> ExpressionValue {
    guard case .array(let values)? = arguments.first else { return arguments.first ?? .unknown }
    let separator = arguments.count > 1 ? arguments[1].text : ","
    let texts = values.map { $0.text }
    guard let separator, !texts.contains(nil) else { return .unknown }
    return limited(texts.compactMap { $0 }.joined(separator: separator))
  }

  /// `{0}` is the first argument after the text; `{{` is a brace.
  private static func format(_ arguments: [ExpressionValue]) -> ExpressionValue {
    guard let pattern = arguments.first?.text else { return .unknown }
    let texts = arguments.dropFirst().map { $0.text }
    var result = ""
    var rest = pattern[...]
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        rest.removeFirst()
        result.append(character)
      } else if character == "{" {
        let digits = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 1)
        guard let index = Int(digits), texts.indices.contains(index), let text = texts[index] else { return .unknown }
        result += text
      } else {
        result.append(character)
      }
      guard result.utf8.count <= textLimit else { return .unknown }
    }
    return .string(result)
  }

  private static func limited(_ text: String) -> ExpressionValue {
    text.utf8.count <= textLimit ? .string(text) : .unknown
  }

  /// JSON is YAML in flow style, and read as that.
  private static func fromJSON(_ value: ExpressionValue) -> ExpressionValue {
    guard let text = value.text, text.utf8.count <= textLimit else { return .unknown }
    let stream = YAMLReader.read(SourceFile(path: "", text: text))
    guard stream.diagnostics.isEmpty, stream.documents.count == 1 else { return .unknown }
    return ExpressionValue(stream.documents[0]) { .string($0) }
  }
}

extension ExpressionValue {
  /// The value of a node, whose plain scalars are numbers, truth values and nothing where YAML 1.2 says so.
  ///
  /// - Parameter text: makes a value of other scalars.
  init(_ node: YAMLNode, text: (String) -> ExpressionValue) {
    switch node.content {
    case .scalar(let source, .plain): self = Self.plain(source) ?? text(source)
    case .scalar(let source, _): self = text(source)
    case .sequence(let elements): self = .array(elements.map { Self($0, text: text) })
    case .mapping(let pairs):
      let values = pairs.compactMap { pair in
        pair.key.text.map { ($0.value.lowercased(), Self(pair.value, text: text)) }
      }
      self = .object(Dictionary(keepingFirst: values))
    case .alias: self = .unknown
    }
  }

  private static func plain(_ source: String) -> ExpressionValue? {
    switch source {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      let isNumber = source.utf8.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
      }
      return isNumber ? Double(source).map { .number($0) } : nil
    }
  }
}
