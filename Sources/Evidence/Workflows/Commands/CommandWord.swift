import Diagnostics

/// A word as a program gets it.
struct CommandWord: Hashable, Sendable {
  var text: String
  /// Whether a part of it is known only when the script runs; it stands as it is written.
  var isOpen = false

  /// `NAME=value`
  var assignment: (name: String, value: String)? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let name = text[..<sign]
    // `nox==2026.1` is a version that is asked for.
    guard !text[sign...].hasPrefix("==") else { return nil }
    guard let first = name.first, first.isLetter || first == "_",
      name.utf8.allSatisfy({
        $0 == 0x5F || $0 < 0x80 && Character(UnicodeScalar($0)).isLetter || (0x30...0x39).contains($0)
      })
    else { return nil }
    return (String(name), String(text[text.index(after: sign)...]))
  }
}

extension CommandWord {
  /// The words of a text that a program splits as a shell does.
  static func split(_ text: String) -> [CommandWord] {
    var lexer = ShellLexer(text, .posix)
    var words: [CommandWord] = []
    while true {
      switch lexer.next() {
      case .word(let word): words.append(CommandWord(text: word.spelling, isOpen: word.isOpen))
      case .symbol: continue
      case .end: return words
      }
    }
  }
}

extension [CommandWord] {
  /// As a message has it, cut where it is long.
  var line: String {
    let text = map { $0.text.isEmpty ? "''" : $0.text }.joined(separator: " ")
    return text.count > 80 ? "\(text.prefix(79))…" : text
  }
}

/// What the name of a target, a session, a script or an environment tells: `tests`, `py312`, `test:unit`, `lint`.
enum TargetName {
  static func extent(_ name: String, isOpen: Bool = false, whole: Set<String> = []) -> TestRun.Extent {
    if isOpen { return .unknown("what '\(name)' is, is known only then") }
    if whole.contains(name) { return .whole }
    let tokens = tokens(name)
    if tokens.contains(where: others.contains) { return .none }
    guard tokens.contains(where: { isTest($0) }) else {
      return tokens.contains(where: narrow.contains) ? .part : .unknown("nothing is known of '\(name)'")
    }
    if tokens.contains(where: narrow.contains) { return .part }
    let rest = tokens.filter { !isTest($0) && !isNeutral($0) }
    return rest.isEmpty ? .whole : .unknown("it may be a part of the tests that '\(name)' runs")
  }

  /// Whether a folder holds some of the tests, or something else than tests.
  static func isNarrow(_ folder: String) -> Bool {
    tokens(folder).contains { narrow.contains($0) || others.contains($0) }
  }

  private static func tokens(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isTest(_ token: String) -> Bool {
    if tests.contains(token) { return true }
    for python in ["python", "pypy", "cpython", "py"] where token.hasPrefix(python) {
      return token.dropFirst(python.count).allSatisfy { $0.isNumber || $0 == "t" }
    }
    return false
  }

  private static func isNeutral(_ token: String) -> Bool {
    neutral.contains(token) || token.hasSuffix("deps") || token.allSatisfy { $0.isNumber || $0 == "t" || $0 == "v" }
      || ["django", "numpy", "sphinx", "qt", "pyqt", "pyside", "node"].contains { token.hasPrefix($0) }
  }

  private static let tests: Set<String> = [
    "test", "tests", "testing", "pytest", "unittest", "unittests", "testall", "alltests", "runtest", "runtests",
    "testsuite", "spec", "specs",
  ]
  private static let neutral: Set<String> = [
    "all", "full", "run", "ci", "cov", "coverage", "suite", "parallel", "verbose", "dev", "default", "linux", "macos",
    "mac", "osx", "windows", "win", "release", "debug", "xdist", "everything", "xml", "report", "with", "and", "x86",
    "x64", "arm64", "build", "latest", "ubuntu",
  ]
  private static let narrow: Set<String> = [
    "unit", "units", "integration", "integrations", "functional", "smoke", "e2e", "acceptance", "quick", "fast", "slow",
    "min", "minimal", "some", "simd", "gpu", "doctest", "doctests", "example", "examples", "notebook", "notebooks",
    "regression", "perf", "performance", "sanity", "basic", "short", "ui", "browser", "network", "compat", "fuzz",
    "property", "single", "changed", "failed", "light",
  ]
  private static let others: Set<String> = [
    "lint", "linter", "linters", "doc", "docs", "documentation", "html", "mypy", "format", "fmt", "style", "typing",
    "typecheck", "types", "type", "install", "clean", "commit", "ruff", "rustfmt", "clippy", "flake8", "black", "isort",
    "pyright", "stubtest", "stubs", "bench", "benchmark", "benchmarks", "codspeed", "release-notes", "publish", "dist",
    "sdist", "wheel", "wheels", "audit", "security", "help", "changelog", "pylint", "bandit", "typos", "spelling",
    "tidy",
    "deploy", "prepare", "compile", "manifest", "codestyle", "licenses", "license", "deps", "features",
  ]
}

/// What the path of a folder or file says of how many of the tests it holds.
enum TestPath {
  static func extent(_ word: CommandWord) -> TestRun.Extent {
    var text = word.text
    for root in roots where text == root || text.hasPrefix("\(root)/") { text = "." + text.dropFirst(root.count) }
    if word.isOpen, text == word.text, !text.contains("/") {
      return .unknown("what '\(text)' is, is known only then")
    }
    let isAbsolute = text.hasPrefix("/")
    var folders = text.split(separator: "/").map(String.init)
    // A folder that is known only then, with something below it: where packages are installed, say.
    if word.isOpen, let first = folders.first, first.hasPrefix("$") { folders.removeFirst() }
    if folders.contains(where: { $0.contains("$") || $0.contains("`") }) {
      return .unknown("what '\(text)' is, is known only then")
    }
    folders.removeAll { $0 == "." || $0 == ".." || $0 == "~" || $0.hasPrefix("{") && $0.hasSuffix("}") }
    if text.hasBytes("::") || text.contains(where: { "*?[".contains($0) }) { return .part }
    guard let last = folders.last else { return .whole }
    if last.hasSuffix(".sln") || last.hasSuffix(".slnx") { return folders.count > 1 ? .part : .whole }
    if last.contains("."), !last.hasPrefix("."), !isAbsolute || folders.count > 1 { return .part }
    if isAbsolute {
      return folders.count == 1 || tests.contains(last.lowercased()) && folders.count <= 3
        ? .whole : .unknown("it cannot be told how much of the tests '\(text)' holds")
    }
    if folders.first == "src" { folders.removeFirst() }
    if folders.last.map({ tests.contains($0.lowercased()) }) == true { folders.removeLast() }
    return folders.count > 1 || folders.contains(where: TargetName.isNarrow) ? .part : .whole
  }

  /// The same for a package behind `--pyargs`: `numpy`, and `numpy.tests`.
  static func extent(ofPackage word: CommandWord) -> TestRun.Extent {
    guard !word.text.contains("/") else { return extent(word) }
    if word.isOpen { return .unknown("what '\(word.text)' is, is known only then") }
    var parts = word.text.split(separator: ".")
    if parts.last.map({ tests.contains(String($0)) }) == true { parts.removeLast() }
    return parts.count > 1 ? .part : .whole
  }

  /// Whether a path is a folder of tests, or the project's own.
  static func holdsTests(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map { $0.lowercased() }.filter { $0 != "." }
    return parts.count <= 1 && parts.allSatisfy { tests.contains($0) || $0 == "src" }
  }

  /// Whether a folder that a tool is pointed to is the project's own, one that it is built in, or one of tests.
  static func isOfAll(_ folder: String) -> Bool {
    let parts = folder.split(separator: "/").map { $0.lowercased() }.filter { $0 != "." && $0 != ".." }
    return folder.hasPrefix("/") || folder.hasPrefix("{") || parts.allSatisfy { tests.contains($0) || $0 == "src" }
      || parts.contains(where: builds.contains)
  }

  /// Whether a folder that a script goes into holds a part of the project only.
  static func isPart(ofProject folder: String) -> Bool {
    guard !folder.hasPrefix("/"), !folder.hasPrefix("~") else { return false }
    var parts = folder.split(separator: "/").map(String.init).filter { $0 != "." }
    if parts.contains("..") || parts.contains(where: { builds.contains($0.lowercased()) }) { return false }
    if let first = parts.first, first.contains("$") || first.hasPrefix("{") { parts.removeFirst() }
    if parts.first == "src" { parts.removeFirst() }
    if parts.last.map({ tests.contains($0.lowercased()) }) == true { parts.removeLast() }
    return parts.count > 1 || parts.contains(where: TargetName.isNarrow)
  }

  private static let roots = ["$GITHUB_WORKSPACE", "${GITHUB_WORKSPACE}", "${{ github.workspace }}", "$PWD", "$(pwd)"]
  private static let tests: Set<String> = ["test", "tests", "testing", "spec", "t"]
  private static let builds: Set<String> = ["build", "_build", "builddir", "out", "target", "cmake-build", "bld"]
}
