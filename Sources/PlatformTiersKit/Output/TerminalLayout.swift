package import Diagnostics

/// When reports are coloured.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that can show it, unless the environment says otherwise.
  case auto
  case always
  case never
}

extension StandardStream {
  /// What can be shown on it.
  package func layout(_ color: ColorChoice = .auto) -> Layout {
    Layout(color, isTerminal: isTerminal, columns: columns, environment: Environment.value)
  }
}

extension Layout {
  /// What is written to a file: coloured only where `color` itself says so, and otherwise as in a pipe.
  init(inFile color: ColorChoice) {
    self.init(color == .always ? .always : .never, isTerminal: false, columns: nil, environment: Environment.value)
  }
  /// - Parameters:
  ///   - columns: what the terminal says of itself; `COLUMNS` goes before it, as it does for git.
  ///   - value: what a variable of the environment holds; nil where it is not set.
  init(_ color: ColorChoice, isTerminal: Bool, columns: Int?, environment value: (String) -> String?) {
    self.init()
    terminalColumns = value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? columns
    let canShow = isTerminal && value("TERM") != "dumb"
    isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: Self.wantsColor(value) ?? canShow
      }
    hasLinks = isColored && canShow && Self.showsLinks(value)
    hasSigns = !isTerminal || Self.isUnicode(value)
  }

  /// What the environment asks for, whatever the output is: `NO_COLOR` (no-color.org) before `FORCE_COLOR` before
  /// `CLICOLOR_FORCE`. Set but empty they say nothing.
  private static func wantsColor(_ value: (String) -> String?) -> Bool? {
    func holds(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    if holds("NO_COLOR") != nil { return false }
    if let force = holds("FORCE_COLOR") { return force != "0" && force != "false" }
    if let force = holds("CLICOLOR_FORCE"), force != "0" { return true }
    return value("CLICOLOR") == "0" ? false : nil
  }

  /// No terminal says of itself that it shows links, and the others do not all swallow them. These show them.
  private static func showsLinks(_ value: (String) -> String?) -> Bool {
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"]
    if let program = value("TERM_PROGRAM"), programs.contains(program) { return true }
    if let version = value("VTE_VERSION").flatMap({ Int($0) }), version >= 5000 { return true }
    let terminals = ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "contour"]
    return ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"].contains { value($0) != nil }
      || value("TERM").map(terminals.contains) ?? false
  }

  /// By the locale, of which the first variable counts that holds anything.
  private static func isUnicode(_ value: (String) -> String?) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(value).first { !$0.isEmpty } ?? ""
    return ["utf-8", "utf8"].contains { locale.lowercased().contains($0) }
  }
}
