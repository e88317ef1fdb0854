import Foundation
import Testing
import TestSupport

/// Texts that would like to be markup, links, commands of a log or cells of their own, in every place where a text may
/// stand, through every command and format; what is printed is read by what shows it.
@Suite(.enabled(if: EscapeTools.arePresent, "skipped: run Scripts/test-tools first, and install cmark-gfm"))
struct EscapeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let made = try python("Tests/Escapes/project.py", folder["project"])
    try #require(made.status == 0, "\(made.error)")
    try FileManager.default.createDirectory(atPath: folder["printed"], withIntermediateDirectories: true)
  }

  private func python(_ script: String, _ argument: String) throws -> Tool.Result {
    try Tool.run(
      executable: PackageFile.path(".build/venv/bin/python"), [PackageFile.path(script), argument], in: folder.path,
      environment: TestRepository.environment)
  }

  private static let evidence = ["--workflows", "a/b=workflows", "--index", "index.json", "--usage", "usage.csv"]
  private static let policy = ["--policy", "registry/policy.yaml"]

  /// Each with the format that its output has.
  private static let commands: [(format: String, arguments: [String])] = {
    let reports = ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson"]
    var commands = reports.flatMap { format in
      [["check"], ["lint", "--no-config", "nep-0001.md", "nep-0002.rst"] + policy, ["review", "HEAD"]].map {
        (format, $0 + ["--format", format])
      }
    }
    commands.append(("markdown", ["review", "HEAD", "--format", "markdown"]))
    commands.append(
      ("markdown", ["review", "HEAD", "--format", "markdown", "--repository-url", "https://github.com/a/b"]))
    for format in ["text", "json", "csv"] { commands.append((format, ["list", "--format", format])) }
    for format in ["text", "json"] { commands.append((format, ["show", "h0", "--format", format])) }
    for format in ["text", "json", "ical"] {
      commands.append((format, ["due", "--within", "900", "--format", format]))
    }
    for format in ["rst", "markdown", "html", "csv", "json"] {
      commands.append((format, ["table", "tier-3", "--format", format]))
    }
    commands.append(("rst", ["table", "tier-3", "--format", "list-table"]))
    for format in ["text", "json", "sarif", "markdown"] {
      commands.append((format, ["audit", "--release", "1.0", "--format", format] + evidence))
    }
    for format in ["text", "json", "markdown"] {
      commands.append((format, ["audit", "--all-releases", "--format", format] + evidence))
    }
    for name in ["nep-0001.md", "nep-0002.rst"] {
      commands.append(("text", ["inspect", name, "--format", "tree"]))
      commands.append(("json", ["inspect", name, "--format", "json"]))
      commands.append(("text", ["inspect", name] + policy))
    }
    for format in ["text", "json", "yaml"] {
      commands.append((format, ["history", "nep-0001.md", "--format", format] + policy))
    }
    for option in ["--diff", "--check"] { commands.append(("diff", ["generate", option])) }
    commands.append(("text", ["lint", "##[error]x\u{1B}[31m.md"]))
    commands.append(("text", ["show", "  ::error::x"]))
    return commands
  }()

  private func run(_ arguments: [String]) throws -> Tool.Result {
    try Tool.run(arguments, in: folder["project"], environment: TestRepository.environment)
  }

  private func judge() throws -> [String] {
    let result = try python("Tests/Escapes/judge.py", folder["printed"])
    #expect(result.status == 0, "\(result.error)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func everyCommandPrintsTextsAsTexts() throws {
    for (number, command) in Self.commands.enumerated() {
      let result = try run(command.arguments)
      let name = "printed/\(number)-\(command.arguments[0])"
      #expect(!(result.output + result.error).isEmpty, "\(command.arguments)")
      #expect(result.status < 2 || result.output.isEmpty, "\(command.arguments) \(result.error.prefix(300))")
      #expect(!result.output.isEmpty || command.arguments.last?.contains("error") == true, "\(command.arguments)")
      try folder.write(result.output, to: "\(name).\(result.output.isEmpty ? "text" : command.format)")
      try folder.write(result.error, to: name + "-error.text")
    }
    #expect(try judge() == [])
  }

  @Test(arguments: [("html", "html"), ("markdown", "md"), ("rst", "rst")])
  func everyPageShowsTextsAsTexts(_ format: String, _ ending: String) throws {
    let result = try run(
      ["pages", "--audit", "--release", "1.0", "--format", format, "--output", folder["site"]] + Self.evidence)
    #expect(result.status == 0, "\(result.error)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder["site"]).filter {
      $0.hasSuffix("." + ending)
    }
    #expect(names.count > 30)
    for (number, name) in names.enumerated() {
      try folder.write(try folder.text(of: "site/" + name), to: "printed/page\(number).\(format)")
    }
    #expect(try judge() == [])
  }

  /// A document that was written from the registry.
  @Test func generatedTablesShowTextsAsTexts() throws {
    let result = try run(["generate"])
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(try run(["generate", "--check"]).status == 0)
    let disagreeing = try run(["check", "--format", "concise"]).output.split(separator: "\n")
    #expect(disagreeing.filter { $0.contains("Xenia") && $0.contains("disagree") } == [])
    let table = try run(["table", "tier-3", "--format", "csv"]).output
    for (name, format) in [("nep-0001.md", "markdown"), ("nep-0002.rst", "rst")] {
      try folder.write(try folder.text(of: "project/" + name), to: "printed/page.\(format)")
    }
    #expect(table.contains("https://e.example/<img src=x onerror=alert(1)> 0"))
    #expect(try judge() == [])
  }

  @Test func theJudgeSeesWhatIsWrong() throws {
    let wrong = [
      "a.html": "<p onclick=x>", "b.markdown": "<b>x</b>", "c.markdown": "[x](javascript:a)",
      "d.rst": ".. raw:: html\n\n   <b>x</b>\n",
      "e.csv": "a,b\nc\n", "f.text": "x ##[error]y", "g.text": "  ::error::x", "h.json": "{", "i.junit": "<a>",
      "j.ical": "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "k.text": "\u{1B}[31m", "l.yaml": "a: [", "m.text": "\u{E0041}",
      "n.markdown": #"https://e.example/\~a"#, "o.github": "::set-output name=a::b",
    ]
    for (name, text) in wrong { try folder.write(text, to: "printed/" + name) }
    let found = Set(try judge().map { $0.prefix { $0 != ":" } })
    #expect(found == Set(wrong.keys.map { $0[...] }))
  }

  /// What nobody sees is a fault of a registry, so that nothing is made of it.
  @Test(
    arguments: [
      #"name: "Hai\u202Eku""#, #"name: "Hai\e[31mku""#, #"name: "Hai\0ku""#, "name: Hai\u{200B}ku",
      "name: Hai\u{E0041}ku", "name: Hai\u{FFFE}ku", "name: Hai\u{1B}ku", #"name: "Hai\uFEFFku""#,
    ])
  func whatNobodySeesIsAFaultOfTheRegistry(_ name: String) throws {
    try folder.write(
      name + "\ntarget: {os: haiku, arch: x86-64, interpreter: cpython}\nmoves: [{date: 2026-02-01, to: tier-3}]\n",
      to: "other/registry/platforms/haiku.yaml")
    let found = try Tool.run(["check", "--registry", "other/registry", "--format", "concise"], in: folder.path)
    #expect(found.output.contains("haiku.yaml:1:") && found.output.contains("error[control-character]"), "\(found)")
    for arguments in [["list"], ["table", "tier-3"], ["due"]] {
      let result = try Tool.run(arguments + ["--registry", "other/registry"], in: folder.path)
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    }
  }
}

private enum EscapeTools {
  static var arePresent: Bool {
    let tools = PackageFile.path(".build/venv")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: tools + "/lib")) ?? []
    return Oracle.isPresent("cmark-gfm")
      && versions.contains {
        FileManager.default.fileExists(atPath: "\(tools)/lib/\($0)/site-packages/icalendar")
      }
  }
}
