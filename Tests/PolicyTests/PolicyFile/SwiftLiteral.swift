/// A value as the Swift expression that makes it, by its initialiser with the names of its properties. What is nil or
/// empty is left out.
struct SwiftLiteral {
  /// Parameters that are called without a name.
  private static let unnamed: Set = [
    "WheelDuty.kind", "BlockingDuty.causes", "Column.title", "HeaderFieldRule.name", "HeaderFieldRule.value",
  ]

  private static let lineLimit = 120

  /// - Parameter indent: of the line that the expression begins in.
  /// - Parameter used: how much of that line is taken, its indent included.
  static func text(of value: Any, indent: Int, used: Int) -> String {
    let line = line(value)
    if used + line.utf8.count < lineLimit { return line }
    guard let call = call(value) else { return line }
    let margin = String(repeating: " ", count: indent + 2)
    var lines: [String] = []
    for argument in call.arguments {
      let name = argument.name.map { $0 + ": " } ?? ""
      let short = name + Self.line(argument.value)
      // Short arguments fill a line.
      if let last = lines.last, !last.contains("\n"), last.utf8.count + short.utf8.count + 3 < lineLimit {
        lines[lines.count - 1] += ", " + short
      } else {
        let used = margin.utf8.count + name.utf8.count
        lines.append(margin + name + text(of: argument.value, indent: indent + 2, used: used))
      }
    }
    return call.open + "\n" + lines.joined(separator: ",\n") + call.close
  }

  private static func line(_ value: Any) -> String {
    if let call = call(value) {
      let arguments = call.arguments.map { ($0.name.map { $0 + ": " } ?? "") + line($0.value) }
      return call.open + arguments.joined(separator: ", ") + call.close
    }
    if let text = value as? String { return quoted(text) }
    return Mirror(reflecting: value).displayStyle == .enum ? ".\(value)" : "\(value)"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) }
    return "\"\(escaped)\""
  }

  private struct Call {
    var open: String
    var arguments: [(name: String?, value: Any)]
    var close: String
  }

  /// Nil for a value that has no parts.
  private static func call(_ value: Any) -> Call? {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection:
      return Call(open: "[", arguments: mirror.children.map { (nil, $0.value) }, close: "]")
    case .struct where !(value is String):
      // Without the module.
      let type = String(reflecting: type(of: value)).split(separator: ".").dropFirst().joined(separator: ".")
      let parts = mirror.children.compactMap { part -> (name: String?, value: Any)? in
        guard let label = part.label, let value = present(part.value) else { return nil }
        return (unnamed.contains("\(type).\(label)") ? nil : label, value)
      }
      return parts.isEmpty ? nil : Call(open: type + "(", arguments: parts, close: ")")
    case .enum:
      guard let (label, payload) = mirror.children.first, let label else { return nil }
      let tuple = Mirror(reflecting: payload)
      let arguments: [(name: String?, value: Any)] =
        tuple.displayStyle == .tuple ? tuple.children.map { ($0.label, $0.value) } : [(nil, payload)]
      return Call(open: ".\(label)(", arguments: arguments, close: ")")
    default:
      return nil
    }
  }

  /// Nil for nil and for an empty list.
  private static func present(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first?.value
    case .collection: return mirror.children.isEmpty ? nil : value
    default: return value
    }
  }
}
