/// A word as a script has it: what stands in quotes is set apart, since a variable's value is not split there.
struct ShellWord: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    /// `$NAME`, `${NAME}`: its name, and how it is written.
    case variable(String, spelling: String, isQuoted: Bool)
    /// What is known only when the script runs, as it is written: `$(nproc)`, `${NAME:-x}`, an expression.
    case open(String)
  }

  var pieces: [Piece] = []

  /// As it is written, without quotes.
  var spelling: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .open(let text): text
      case .variable(_, let spelling, _): spelling
      }
    }.joined()
  }

  /// Whether a part of it is known only when the script runs.
  var isOpen: Bool {
    pieces.contains { if case .text = $0 { false } else { true } }
  }

  func names(_ variable: String) -> Bool {
    pieces.contains { piece in
      switch piece {
      case .variable(let name, _, _): name == variable
      case .open(let text): text.hasPrefix("${\(variable)[") || text.hasPrefix("${\(variable):")
      case .text: false
      }
    }
  }
}

/// A simple command.
struct ShellCommand: Sendable {
  var words: [ShellWord] = []
  /// What a here-document gives it to read.
  var input: String?
}

/// What a script consists of, as far as it decides what runs and whose failure counts.
indirect enum ShellStatement: Sendable {
  case command(ShellCommand)
  /// `( … )` and `{ … }`
  case group([ShellItem], isSubshell: Bool)
  /// `if`, with its `elif` parts, and what stands behind `else`.
  case branches([Branch], otherwise: [ShellItem]?)
  /// `case`, and blocks of which it cannot be told when they run.
  case cases([[ShellItem]])
  /// `for`: its variable and the values, nil for those that are known only when it runs.
  case loop(String, over: [ShellWord]?, [ShellItem])
  /// `while` and `until`
  case repetition(while: [ShellItem], [ShellItem])
  case function(String, [ShellItem])

  struct Branch: Sendable {
    var condition: [ShellItem]
    var body: [ShellItem]
  }
}

/// Commands joined by `|`.
struct ShellPipeline: Sendable {
  var statements: [ShellStatement]
  var isNegated = false

  var command: ShellCommand? {
    guard statements.count == 1, case .command(let command) = statements[0] else { return nil }
    return command
  }
}

/// Pipelines joined by `&&` and `||`.
struct ShellItem: Sendable {
  struct Link: Sendable {
    /// Whether it stands behind `||`, so that it runs when what is before it has failed.
    var isAlternative = false
    var pipeline: ShellPipeline
  }

  var links: [Link]
  var isBackground = false

  /// The simple command that is all there is of it.
  var command: ShellCommand? { links.count == 1 ? links[0].pipeline.command : nil }
}

/// How a shell that GitHub starts reads a script, and which failures it passes on.
struct Shell: Hashable, Sendable {
  enum Dialect: Hashable, Sendable {
    case posix
    case powershell
    case cmd
  }

  var dialect = Dialect.posix
  var exitsOnError = true
  var hasPipefail = false

  /// GitHub's own, where no shell is named, everywhere but on Windows: `bash -e {0}`.
  static let unnamed = Shell()
  static let powershell = Shell(dialect: .powershell, exitsOnError: false)

  private static let posixNames: Set<String> = ["bash", "sh", "dash", "zsh", "ksh", "ash", "alpine.sh", "msys2"]

  /// - Parameter text: what stands under `shell`: a name, or a command line with `{0}`. Nil for a shell of which
  ///   nothing is known, or that reads another language.
  init?(named text: String) {
    let words = text.split { " \"'".contains($0) }
    guard let first = words.first else { return nil }
    let name = ShellWords.programName(first)
    switch name {
    case "pwsh", "powershell": self = .powershell
    case "cmd": self.init(dialect: .cmd, exitsOnError: false)
    case "bash" where words.count == 1: self.init(hasPipefail: true)
    case "sh" where words.count == 1: self = .unnamed
    default:
      // `script -q -e -c "bash -e {0}"`: the shell that gets the file decides.
      guard let index = words.lastIndex(where: { Self.posixNames.contains(ShellWords.programName($0)) }) else {
        return nil
      }
      self.init(exitsOnError: false)
      let isWrapped = ["alpine.sh", "msys2"].contains(ShellWords.programName(words[index]))
      read(options: words[(index + 1)...])
      exitsOnError = exitsOnError || isWrapped
    }
  }

  /// That of a script's first line: `#!/usr/bin/env bash`. Nil for another language.
  init?(ofScript text: String) {
    let line = text.prefix { !$0.isNewline }
    let words = line.dropFirst(2).split(separator: " ")
    guard line.hasPrefix("#!"),
      let index = words.firstIndex(where: { Self.posixNames.contains(ShellWords.programName($0)) })
    else { return nil }
    self.init(exitsOnError: false)
    read(options: words[(index + 1)...])
  }

  init(dialect: Dialect = .posix, exitsOnError: Bool = true, hasPipefail: Bool = false) {
    self.dialect = dialect
    self.exitsOnError = exitsOnError
    self.hasPipefail = hasPipefail
  }

  /// Takes in `-e`, `-eo pipefail`, `+e`, `+o errexit` and the like, as they stand behind `bash` and `set`.
  mutating func read(options: some Sequence<some StringProtocol>) {
    var isOn = true
    for option in options {
      switch option {
      case "pipefail": hasPipefail = isOn
      case "errexit": exitsOnError = isOn
      default:
        guard let sign = option.first, sign == "-" || sign == "+", !option.hasPrefix("--") else { continue }
        isOn = sign == "-"
        if option.contains("e") { exitsOnError = isOn }
      }
    }
  }
}
