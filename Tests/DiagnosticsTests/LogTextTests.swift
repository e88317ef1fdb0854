import Diagnostics
import Testing

/// What the runners of CI services take for commands is none after it was broken up.
@Suite struct LogTextTests {
  /// As `ActionCommand.TryParseV2` and `TryParse` of GitHub's runner, and Azure's agent, find one in a line.
  private static func isCommand(_ line: Substring) -> Bool {
    let trimmed = line.drop { $0.isWhitespace }
    if trimmed.hasPrefix("::"), trimmed.dropFirst(2).contains("::"), trimmed.dropFirst(2).first?.isLetter == true {
      return true
    }
    return ["##[", "##vso[", "##teamcity["].contains { line.lowercased().contains($0) }
  }

  private static func commands(_ text: String) -> Int {
    text.split { $0.isNewline }.count(where: isCommand)
  }

  @Test(
    arguments: [
      "::error::x", "  ::error file=a::x", "a\n\t::add-mask::x", "a\r::error::x", "\u{A0}\u{2003}\u{3000}::error::x",
      "##[error]x", "text ##[group]x", "### ###[error]", "##vso[task.setvariable variable=a]b", "a ##VSO[x]",
      "##teamcity[x]",
      "::error::\n::error::\n##[a]##[b]",
    ])
  func aCommandIsBrokenUp(_ text: String) {
    #expect(Self.commands(text) > 0, "the parser knows it")
    let broken = LogText.brokenUp(text)
    #expect(Self.commands(broken) == 0, "\(broken)")
    #expect(LogText.brokenUp(broken) == broken)
    #expect(broken.filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test(arguments: ["", "a::b::c", "::", " ::\n", ".. a::", "## [a]", "#[a]", "[a](b)", "ä::ö", ":: a"])
  func otherTextStays(_ text: String) { #expect(LogText.brokenUp(text) == text) }

  @Test func jsonKeepsTheText() {
    var json = JSONWriter()
    json.value("x ##[error]y")
    #expect(String(decoding: json.bytes, as: UTF8.self) == #""x ##\u005berror]y""#)
  }
}
