import Testing

@Suite struct UsageTests {
  @Test func withoutACommandAndAConfigurationItSaysWhatToGive() throws {
    let result = try Tool.run([])
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.error.hasPrefix("platform-tiers: error: nothing to lint: give 'platform-tiers lint' a file"))
    #expect(try Tool.run(["--help"]).output.contains("SUBCOMMANDS:"))
  }

  @Test func helpAndVersionAreNoErrors() throws {
    for arguments in [["--help"], ["--version"], ["lint", "--help"], ["help", "inspect"]] {
      let result = try Tool.run(arguments)
      #expect(result.status == 0, "\(arguments)")
      #expect(result.error == "")
      #expect(result.output.hasSuffix("\n"))
    }
  }

  @Test(arguments: [
    ["lnt"], ["lint", "--fromat", "json", "a.rst"], ["lint", "--format", "yaml", "a.rst"],
    ["lint", "--today", "2026-02-30", "a.rst"], ["lint", "--color", "blue", "a.rst"], ["lint", "--diff", "a.rst"],
    ["lint", "--config", "a.yaml", "--no-config", "a.rst"], ["lint"], ["check"], ["inspect"], ["explain"],
    ["lint", "--baseline", "a", "--write-baseline", "b", "a.rst"], ["lint", "--select", "no-such-rule", "a.rst"],
    ["lint", "--ignore", "document,no-such-rule", "a.rst"], ["explain", "no-such-rule"],
    ["inspect", "--format", "xml", "a.rst"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.error.hasPrefix("platform-tiers: error: "))
  }

  @Test func aMisspeltRuleIsRecognised() throws {
    let lint = try Tool.run(["lint", "--select", "merged-cell", "a.rst"])
    #expect(
      lint.error == "platform-tiers: error: there is no rule or family 'merged-cell'; did you mean 'merged-cells'?\n")
    let explain = try Tool.run(["explain", "merged-cell"])
    #expect(explain.error == "platform-tiers: error: there is no rule 'merged-cell'; did you mean 'merged-cells'?\n")
  }

  @Test func aMisspeltSubcommandIsRecognised() throws {
    #expect(
      try Tool.run(["lnt", "a.rst"]).error
        == "platform-tiers: error: there is no subcommand 'lnt'; did you mean 'lint'?\n")
    let file = try Tool.run(["a.rst"])
    #expect(file.status == 64)
    #expect(file.error.hasPrefix("platform-tiers: error: there is no subcommand 'a.rst'; "))
  }

  @Test func whatAnErrorQuotesCannotActOnTheTerminal() throws {
    let result = try Tool.run(["lint", "--x\u{1B}[31m\n::error::y"])
    #expect(result.status == 64)
    #expect(result.error.contains("'--x␛[31m␊::error::y'"))
    #expect(!result.error.contains("\u{1B}"))
  }

  @Test func rulesAreListedAndExplained() throws {
    #expect(try Tool.run(["rules"]).output.hasPrefix("document\n  malformed-table "))
    let page = try Tool.run(["explain", "merged-cells"])
    #expect(page.status == 0)
    #expect(page.output.contains("merged-cells"))
    #expect(try Tool.run(["explain", "unused-exemption"]).status == 0)
  }
}
