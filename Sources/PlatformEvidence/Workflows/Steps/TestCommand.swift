/// A command of a script that runs tests.
struct TestCommand: Hashable {
  /// Whether it runs a chosen part of the tests only: by a keyword, or by the path of some.
  var isPartial: Bool

  /// Nil for a command that runs no tests, as far as its words tell.
  init?(_ words: [Substring]) {
    guard let index = Self.start(of: words) else { return nil }
    let arguments = words[index...]
    isPartial =
      arguments.contains("-k")
      || zip(words[(index - 1)...], arguments).contains { previous, word in
        let isValue = previous.hasPrefix("-") && previous != "--"
        return !isValue && !word.hasPrefix("-") && (word.contains("/") || word.contains("::"))
      }
  }

  /// Where the arguments of the program that runs tests begin.
  private static func start(of words: [Substring]) -> Int? {
    guard !words.contains(where: { ["install", "uninstall", "show", "download"].contains($0) }) else { return nil }
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
