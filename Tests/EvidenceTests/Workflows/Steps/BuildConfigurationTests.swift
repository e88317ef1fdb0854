import Diagnostics
import Testing
@testable import Evidence

@Suite("Settings of cibuildwheel in TOML")
struct BuildConfigurationTests {
  private func configuration(_ text: String) throws -> BuildConfiguration {
    let (value, _) = TOMLReader.read(SourceFile(path: "pyproject.toml", text: text))
    return BuildConfiguration(path: "pyproject.toml", file: try #require(value))
  }

  @Test func theLastThatHolds() throws {
    let file = try configuration(
      """
      # Comment
      [project]
      name = "x"   # another
      dependencies = [
        "a>=1",    # with a comment
        'b',
      ]
      [tool.cibuildwheel]
      test-command = \"\"\"
      pytest "a"
      \"\"\"
      test-skip = ["*-win*", '*-musllinux*']
      config-settings = {setup-args = ["-Da", "-Db"], build-dir = "build"}
      linux.test-command = "linux tests"
      [[tool.cibuildwheel.overrides]]
      select = ["*-win32"]
      test-command = "first"
      [[tool.cibuildwheel.overrides]]
      select = "cp31?-win*"
      test-command = "second"
      [tool.cibuildwheel.ios]
      test-command = ""
      """)
    func command(_ identifier: String, _ platform: String) -> String? {
      file.setting("test-command", for: identifier, platform: platform)?.text
    }
    #expect(command("cp313-manylinux_x86_64", "linux") == "linux tests")
    #expect(command("cp313-win32", "windows") == "second")
    #expect(command("pp311-win32", "windows") == "first")
    #expect(command("cp313-ios_arm64_iphoneos", "ios") == "")
    #expect(command("cp313-macosx_arm64", "macos")?.contains("pytest \"a\"") ?? false)
    #expect(file.setting("test-skip", for: "x", platform: "linux")?.elements.count == 2)
  }

  @Test(
    "what is no TOML gives its place",
    arguments: ["[a", "a = ", "a b", "[a]\nb = [1", "a = {b", "a = \"x", "= 1", "a.b.=1"])
  func broken(text: String) {
    #expect(TOMLReader.read(SourceFile(path: "a.toml", text: text)).value == nil)
  }

  @Test(
    "TOML made to hurt",
    arguments: [
      "[", "[[a]]\n", "a = [", "a.", "a={b=", "[a.b.c]\nd=1\n", "a = '''", "x", "[[a]]\n[[a.b]]\n", "\u{FEFF}",
      "a=1\r\n",
    ])
  func pathology(part: String) {
    _ = TOMLReader.read(SourceFile(path: "a.toml", text: String(repeating: part, count: 20_000)))
  }
}
