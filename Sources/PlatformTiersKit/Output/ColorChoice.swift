/// When reports are coloured.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that can show it, unless the environment forbids it.
  case auto
  case always
  case never

  package func isOn(for stream: StandardStream) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: stream.isTerminal && Self.isAllowed(by: Environment.value)
    }
  }

  /// `NO_COLOR` forbids colour when it holds anything; set but empty it does not (no-color.org). `TERM=dumb` is a
  /// terminal that would show the escape sequences.
  static func isAllowed(by environment: (String) -> String?) -> Bool {
    if let noColor = environment("NO_COLOR"), !noColor.isEmpty { return false }
    return environment("TERM") != "dumb"
  }
}
