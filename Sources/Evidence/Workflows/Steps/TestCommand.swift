/// A command of a script that runs tests.
struct TestCommand: Hashable {
  /// Whether it runs a chosen part of the tests only: by a keyword, or by the path of some.
  var isPartial: Bool

  /// Nil for a command that runs no tests, as far as its words tell.
  init?(_ words: [Substring]) {
    guard let index = Self.start(of: words) else { return nil }
    let arguments = words[index...]
    guard !arguments.contains(where: Self.asksOnly), !Self.isOtherEnvironment(arguments) else { return nil }
    isPartial =
      arguments.contains("-k")
      || zip(words[(index - 1)...], arguments).contains { previous, word in
        let isValue = previous.hasPrefix("-") && previous != "--"
        return !isValue && !word.hasPrefix("-") && Self.isPart(word)
      }
  }

  /// A file or a test within one is a part of the tests; so is a folder, unless it is a whole package or all of its tests.
  private static func isPart(_ word: Substring) -> Bool {
    if word.contains("::") || word.hasSuffix(".py") { return true }
    guard word.contains("/") else { return false }
    var folders = word.split(separator: "/").drop { $0 == "." || $0 == ".." || $0.hasPrefix("$") || $0.hasPrefix("{") }
    if folders.first == "src" { folders.removeFirst() }
    if ["tests", "test"].contains(folders.last) { folders.removeLast() }
    return folders.count > 1
  }

  /// `pytest --version` runs nothing.
  private static func asksOnly(_ word: Substring) -> Bool {
    ["--version", "-V", "--help", "-h", "--collect-only", "--co", "--fixtures", "--list", "-l"].contains(word)
  }

  /// `tox -e docs`: an environment that is named for something else than tests.
  private static func isOtherEnvironment(_ arguments: ArraySlice<Substring>) -> Bool {
    let named = zip(arguments, arguments.dropFirst()).first { ["-e", "-s"].contains($0.0) }?.1
    return named.map {
      ["lint", "docs", "doc", "mypy", "format", "style", "typing", "build", "pre-commit"].contains($0)
    }
      ?? false
  }

  /// Where the arguments of the program that runs tests begin.
  private static func start(of words: [Substring]) -> Int? {
    guard !words.contains(where: { ["install", "uninstall", "show", "download"].contains($0) }),
      !["echo", "printf", "which", "cat", "ls", "rm"].contains(words.first)
    else { return nil }
    for (index, word) in words.enumerated() {
      let name = word.split(separator: "/").last ?? word
      let next = index + 1 < words.count ? words[index + 1] : ""
      switch name {
      case "pytest", "tox", "nox", "ctest", "runtests.py", "py.test": return index + 1
      case "spin", "dev.py", "setup.py", "make", "cargo", "go", "npm", "swift", "meson", "ninja", "hatch", "dotnet":
        if next == "test" || next == "check" { return index + 2 }
      case "unittest": if index > 0, words[index - 1] == "-m" { return index + 1 }
      default: if name.contains("numpy.test") { return index + 1 }
      }
    }
    return nil
  }
}
