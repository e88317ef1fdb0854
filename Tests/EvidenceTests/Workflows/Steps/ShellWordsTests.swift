import Testing
@testable import Evidence

@Suite("Words of scripts")
struct ShellWordsTests {
  private func commands(_ script: String, _ values: [String: String] = [:]) -> [String] {
    let setting = ScriptReading.Setting(variable: { values[$0].map { CommandWord(text: $0) } })
    return ScriptReading(script, setting).commands.map { $0.words.map(\.text).joined(separator: "|") }
  }

  @Test func commands() {
    let script =
      "set -e; cd build && pytest -k x \\\n  numpy/linalg\n# pytest\nmake test | tee 'a b'; echo \"spin test\"\n"
    #expect(commands(script) == ["pytest|-k|x|numpy/linalg", "make|test", "tee|a b", "echo|spin test"])
  }

  @Test("what only starts another command is gone past")
  func wrappers() {
    #expect(
      commands("sudo -u x env A=b timeout 9 make test") == [
        "sudo|-u|x|env|A=b|timeout|9|make|test", "env|A=b|timeout|9|make|test", "timeout|9|make|test", "make|test",
      ])
  }

  @Test func variables() {
    let values = ["ARCH": "riscv64", "A": "x y"]
    #expect(
      commands("a $ARCH ${ARCH}/$A-${B} \"$A\" '$A' $$ ${", values) == ["a|riscv64|riscv64/x|y-${B}|x y|$A|$$|${"])
    #expect(commands("for v in 1 2; do a$v; done") == ["a1", "a2"])
    #expect(commands("B=1; c $B$(d)") == ["c|1$(d)"])
  }

  @Test("redirections and here-documents are no words")
  func redirections() {
    #expect(commands("a 2>&1 >log <in b; c <<-X >d\n\tpytest\n\tX\ne <<< f &> g") == ["a|b", "c", "e"])
    #expect(commands("a >(tee b) <(c d)") == ["a|>(tee b)|<(c d)"])
  }

  @Test("a short script cannot repeat a long value for ever")
  func growth() {
    let long = String(repeating: "x", count: 100_000)
    let script = String(repeating: "$A ", count: 50_000)
    let words = ScriptReading(script, ScriptReading.Setting(variable: { _ in CommandWord(text: long) })).commands
      .flatMap(\.words)
    #expect(words.reduce(0) { $0 + $1.text.utf8.count } < 10 * script.utf8.count)
  }

  @Test(
    "scripts that nobody writes end in good time",
    arguments: ["(", "{ ", "if ", "$(", "'", "a && ", "for x in ", "case x in "])
  func pathological(part: String) {
    _ = ScriptReading(String(repeating: part, count: 20_000))
    let loops =
      String(repeating: "for a in 1 2 3 4 5 6 7 8; do ", count: 20) + "pytest" + String(repeating: "; done", count: 20)
    _ = ScriptReading(loops)
    _ = ScriptReading(String(repeating: "f() { f; f; }; f; ", count: 1000))
  }
}
