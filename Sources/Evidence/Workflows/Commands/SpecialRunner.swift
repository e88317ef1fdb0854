import Diagnostics

/// Programs that test only in one of their forms, which options alone do not tell.
enum SpecialRunner {
  /// Nil for a program that is none of them.
  static func tests(of name: String, _ words: [CommandWord]) -> TestRun? {
    func run(_ extent: TestRun.Extent) -> TestRun { TestRun(extent: extent, words: words.line) }
    let texts = words.map { $0.text }
    switch name {
    case "cmake":
      guard texts.contains("--build") else { return TestRun.none }
      return run(TestRunner.extent(of: "make", targets(of: words)) ?? .none)
    case "node":
      guard texts.contains("--test") else { return TestRun.none }
      return run(TestRunner.extent(of: "node-test", Array(words.dropFirst())) ?? .none)
    case "gradle", "gradlew":
      let isLeftOut = zip(texts, texts.dropFirst()).contains { option, task in
        (option == "-x" || option == "--exclude-task") && ["test", "check"].contains(task.split(separator: ":").last)
      }
      return isLeftOut ? TestRun.none : nil
    case "julia":
      let script = texts.dropFirst().first { !$0.hasPrefix("-") && $0.hasSuffix(".jl") }
      if let script { return run(script.split(separator: "/").last == "runtests.jl" ? .whole : .none) }
      return run(code(texts, of: ["Pkg.test("], choosing: ["test_args"]))
    case "Rscript", "R":
      if texts.dropFirst().starts(with: ["CMD", "check"]) { return run(texts.contains("--no-tests") ? .none : .whole) }
      let calls = [
        "devtools::test(", "devtools::check(", "rcmdcheck::rcmdcheck(", "rcmdcheck(", "testthat::test_local(",
        "testthat::test_package(", "tinytest::test_package(",
      ]
      return run(code(texts, of: calls, choosing: ["filter", "--no-tests"]))
    default: return nil
    }
  }

  /// What stands behind `--target`, as words of `make`.
  private static func targets(of words: [CommandWord]) -> [CommandWord] {
    var targets: [CommandWord] = []
    var isTarget = false
    for word in words.dropFirst() {
      if word.text.hasPrefix("-") {
        isTarget = word.text == "-t" || word.text == "--target"
        if word.text.hasPrefix("--target=") { targets.append(CommandWord(text: String(word.text.dropFirst(9)))) }
      } else if isTarget {
        targets.append(word)
      }
    }
    return targets
  }

  private static func code(_ texts: [String], of calls: [String], choosing: [String]) -> TestRun.Extent {
    guard let text = texts.first(where: { text in calls.contains(where: text.holds) }) else { return .none }
    return choosing.contains(where: text.holds) ? .part : .whole
  }
}
