import Diagnostics

/// A command line of Python: a module, a script or a text that it runs.
struct PythonCommand {
  private enum Code {
    case module(String)
    case script(CommandWord)
    case text(CommandWord)
  }

  /// Modules that are programs under the same name, or another.
  private static let programs = [
    "pytest": "pytest", "py.test": "pytest", "tox": "tox", "nox": "nox", "spin": "spin", "hatch": "hatch", "pdm": "pdm",
    "poetry": "poetry", "coverage": "coverage", "cibuildwheel": "cibuildwheel", "pipenv": "pipenv", "uv": "uv",
    "nose": "nosetests", "nose2": "nose2", "twisted.trial": "trial", "stestr": "stestr", "invoke": "invoke",
    "poethepoet": "poe", "slipcover": "slipcover", "pipx": "pipx", "xdoctest": "xdoctest", "green": "green",
    "test": "regrtest", "test.regrtest": "regrtest", "unittest": "unittest", "doctest": "doctest",
    "zope.testrunner": "zope-testrunner", "mesonbuild.mesonmain": "meson",
  ]

  private let words: [CommandWord]
  private let environment: (String) -> CommandWord?
  private var code: Code?
  private var arguments: ArraySlice<CommandWord> = []

  /// `python3.12`, `py`, `pypy3`, and `$PYTHON`.
  static func isPython(_ name: String, _ word: CommandWord) -> Bool {
    if word.isOpen, !word.text.contains("/") || word.text.hasPrefix("${{") {
      return word.text.lowercased().hasBytes("python")
    }
    for program in ["python", "pypy", "graalpy", "py"] where name.hasPrefix(program) {
      return name.dropFirst(program.count).allSatisfy {
        $0.isNumber || $0 == "." || $0 == "t" || $0 == "d" || $0 == "w"
      }
    }
    return false
  }

  init(_ words: [CommandWord], environment: @escaping (String) -> CommandWord?) {
    self.words = words
    self.environment = environment
    var index = 1
    while index < words.count, code == nil {
      let word = words[index].text
      guard word.hasPrefix("-"), word.count > 1 else {
        code = .script(words[index])
        arguments = words[(index + 1)...]
        return
      }
      index += 1
      if word.hasPrefix("--") {
        if word == "--check-hash-based-pycs" { index += 1 }
        continue
      }
      // `-X dev`, `-Xdev`, `-Im pytest`, `-bbWerror`.
      guard let mark = word.dropFirst().firstIndex(where: { "mcXW".contains($0) }) else { continue }
      let attached = String(word[word.index(after: mark)...])
      let isAttached = !attached.isEmpty
      guard isAttached || index < words.count else { return }
      let value = isAttached ? CommandWord(text: attached, isOpen: words[index - 1].isOpen) : words[index]
      if !isAttached { index += 1 }
      switch word[mark] {
      case "m": code = .module(value.text)
      case "c": code = .text(value)
      default: continue
      }
      arguments = words[index...]
    }
  }

  /// The words of the program that a module is.
  var wrappedModule: [CommandWord]? {
    guard case .module(let name)? = code else { return nil }
    if name == "mpi4py" { return [CommandWord(text: "python")] + arguments }
    if name == "unittest", arguments.first?.text == "discover" {
      return [CommandWord(text: "unittest-discover")] + arguments
    }
    return Self.programs[name].map { [CommandWord(text: $0)] + arguments }
  }

  var tests: TestRun {
    switch code {
    case nil, .module?: return .none
    case .script(let file)?: return script(file)
    case .text(let text)?:
      let extent = Self.extent(ofCode: text.text)
      return TestRun(extent: extent.limited(by: TestRunner.pytest.extentOfVariable(environment)), words: words.line)
    }
  }

  private func script(_ file: CommandWord) -> TestRun {
    let name = ShellWords.programName(file.text[...])
    if let run = TestRunner.known(name, [file] + arguments, environment: environment) { return run }
    if name.hasSuffix(".py"), name.hasPrefix("test_") || name.hasSuffix("_test.py") {
      return TestRun(extent: .part, words: words.line)
    }
    return CommandReading.file(file, words)
  }

  /// `import numpy; numpy.test('full')`: the tests that a package brings along, run by its function `test`; what that
  /// returns is not looked at. `pytest.main([…])` has the arguments of pytest.
  static func extent(ofCode code: String) -> TestRun.Extent {
    if let arguments = call("pytest.main", in: code) {
      return TestRunner.extent(of: "pytest", texts(in: arguments).map { CommandWord(text: $0) }) ?? .none
    }
    guard let (name, arguments) = testCall(in: code) else { return .none }
    guard !name.contains("."), !isOfPackage(name, in: code) else { return .part }
    let options = ["extra_argv", "extra_args", "tests", "test_", "pytest_args", "package", "test_path", "args"]
    guard options.contains(where: String(arguments).holds) else {
      let label = texts(in: arguments).first
      return label == nil || label == "full" ? .whole : .part
    }
    let words = texts(in: arguments).flatMap { $0.split(separator: " ") }.map { CommandWord(text: String($0)) }
    let extent = TestRunner.extent(of: "pytest", words) ?? .none
    return extent == .whole && String(arguments).holds("tests") ? .part : extent
  }

  /// Whether a name stands for something within a package: `import numpy.random as r`, `from numpy import linalg`.
  private static func isOfPackage(_ name: String, in code: String) -> Bool {
    code.split(whereSeparator: { $0 == ";" || $0.isNewline }).contains { statement in
      let words = statement.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }).map(String.init)
      guard let index = words.lastIndex(of: name) else { return false }
      if words.first == "from" { return words.dropFirst(2).first == "import" && index > 2 }
      return words.first == "import" && index > 1 && words[index - 1] == "as" && words[index - 2].contains(".")
    }
  }

  /// What stands between the parentheses of the first call of a function.
  private static func call(_ function: String, in code: String) -> Substring? {
    let bytes = Array(code.utf8)
    let wanted = Array("\(function)(".utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return Substring(String(decoding: inside(bytes, from: start + wanted.count), as: UTF8.self))
    }
    return nil
  }

  /// The first `NAME.test(…)` that stands in no quotes.
  private static func testCall(in code: String) -> (name: String, arguments: Substring)? {
    let bytes = Array(code.utf8)
    let wanted = Array(".test(".utf8)
    var quote: UInt8?
    var index = 0
    while index + wanted.count <= bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if bytes[index..<index + wanted.count].elementsEqual(wanted) {
        let name = bytes[..<index].reversed().prefix {
          $0 == 0x2E || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
            || (0x61...0x7A).contains($0)
        }
        guard !name.isEmpty else { return nil }
        let arguments = inside(bytes, from: index + wanted.count)
        return (String(decoding: name.reversed(), as: UTF8.self), Substring(String(decoding: arguments, as: UTF8.self)))
      }
      index += 1
    }
    return nil
  }

  private static func inside(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    var depth = 1
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    return bytes[start..<end]
  }

  /// The texts in quotes.
  private static func texts(in code: Substring) -> [String] {
    var texts: [String] = []
    var rest = code
    while let open = rest.firstIndex(where: { $0 == "'" || $0 == "\"" }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: rest[open]) else { break }
      texts.append(String(inside[..<close]))
      rest = inside[inside.index(after: close)...]
    }
    return texts
  }
}
