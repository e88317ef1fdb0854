import Diagnostics
@testable import PlatformTiersKit
import Testing

/// What the environment says of a terminal.
@Suite struct TerminalLayoutTests {
  private func layout(
    _ environment: [String: String], _ color: ColorChoice = .auto, isTerminal: Bool = true, columns: Int? = 100
  ) -> Layout {
    Layout(color, isTerminal: isTerminal, columns: columns) { environment[$0] }
  }

  @Test func theWidthIsThatOfCOLUMNSOrTheTerminalOr80() {
    #expect(layout([:]).columns == 100)
    #expect(layout(["COLUMNS": "60"]).columns == 60)
    for wrong in ["", "x", "0", "-3"] { #expect(layout(["COLUMNS": wrong]).columns == 100) }
    #expect(layout([:], isTerminal: false, columns: nil).columns == 80)
    #expect(layout(["COLUMNS": "60"], isTerminal: false, columns: nil).columns == 60)
  }

  @Test(arguments: [
    ([:], true, true), ([:], false, false), (["TERM": "dumb"], true, false),
    (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
    (["FORCE_COLOR": "1"], false, true), (["FORCE_COLOR": "0"], true, false), (["FORCE_COLOR": "false"], true, false),
    (["FORCE_COLOR": ""], false, false), (["CLICOLOR_FORCE": "1"], false, true),
    (["CLICOLOR_FORCE": "0"], false, false),
    (["CLICOLOR": "0"], true, false), (["CLICOLOR": "1"], false, false),
    (["NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
    (["FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"], true, false),
    (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], false, true),
  ])
  func colourIsAsTheEnvironmentAsks(_ environment: [String: String], isTerminal: Bool, isColored: Bool) {
    #expect(layout(environment, isTerminal: isTerminal).isColored == isColored)
    #expect(layout(environment, .always, isTerminal: isTerminal).isColored)
    #expect(!layout(environment, .never, isTerminal: isTerminal).isColored)
  }

  @Test(arguments: [
    (["TERM": "xterm"], false), (["TERM": "xterm-kitty"], true), (["VTE_VERSION": "5000"], true),
    (["VTE_VERSION": "4999"], false), (["TERM_PROGRAM": "WezTerm"], true), (["TERM_PROGRAM": "Apple_Terminal"], false),
    (["WT_SESSION": "x"], true), (["WT_SESSION": "x", "TERM": "dumb"], false),
    (["WT_SESSION": "x", "NO_COLOR": "1"], false),
  ])
  func linksAreThoseTerminalsThatShowThem(_ environment: [String: String], hasLinks: Bool) {
    #expect(layout(environment).hasLinks == hasLinks)
    #expect(!layout(environment, .always, isTerminal: false).hasLinks)
  }

  @Test(arguments: [
    ([:], false), (["LANG": "C.UTF-8"], true), (["LANG": "de_DE.utf8"], true), (["LANG": "de_DE"], false),
    (["LANG": "C.UTF-8", "LC_ALL": "C"], false), (["LC_CTYPE": "C.UTF-8", "LC_ALL": ""], true),
  ])
  func signsAreThoseOfTheLocale(_ environment: [String: String], hasSigns: Bool) {
    #expect(layout(environment).hasSigns == hasSigns)
    #expect(layout(environment, isTerminal: false).hasSigns)
  }
}
