/// Reads a script as a shell does, as far as it decides what runs and whose failure counts. It takes more than a shell:
/// what it does not understand it goes past.
struct ShellParser {
  private static let depthLimit = 40

  var lexer: ShellLexer
  var token: ShellLexer.Token
  private var depth = 0
  private var readInputs = 0

  static func read(_ script: String, _ dialect: Shell.Dialect = .posix) -> [ShellItem] {
    var parser = ShellParser(lexer: ShellLexer(script, dialect), token: .end)
    parser.advance()
    var items: [ShellItem] = []
    while parser.token != .end {
      items += parser.list(until: [])
      // An end of something that was never begun.
      if parser.token != .end { parser.advance() }
    }
    return items
  }

  mutating func advance() { token = lexer.next() }

  /// The word that is next, where it is written without quotes and variables.
  var keyword: String? {
    guard case .word(let word) = token, word.pieces.count == 1, case .text(let text) = word.pieces[0] else {
      return nil
    }
    return text
  }

  func isSymbol(_ texts: String...) -> Bool {
    if case .symbol(let text) = token { texts.contains(text) } else { false }
  }

  private mutating func skipLineEnds() {
    while isSymbol("\n", ";") { advance() }
  }

  mutating func list(until ends: Set<String>) -> [ShellItem] {
    depth += 1
    defer { depth -= 1 }
    var items: [ShellItem] = []
    while true {
      skipLineEnds()
      guard token != .end, depth <= Self.depthLimit, !isSymbol(")", ";;", "}"), keyword.map(ends.contains) != true
      else { return items }
      let before = items.count
      if let item = item() { items.append(item) }
      if isSymbol("&") {
        // At the beginning of a command it is PowerShell's call of a program, behind one a job of its own.
        if items.count > before { items[items.count - 1].isBackground = lexer.dialect == .posix }
        advance()
      }
    }
  }

  private mutating func item() -> ShellItem? {
    var links: [ShellItem.Link] = []
    var isAlternative = false
    while true {
      guard let pipeline = pipeline() else { break }
      links.append(ShellItem.Link(isAlternative: isAlternative, pipeline: pipeline))
      guard isSymbol("&&", "||") else { break }
      isAlternative = isSymbol("||")
      advance()
      while isSymbol("\n") { advance() }
    }
    if links.isEmpty {
      // Nothing that begins a command.
      if token != .end, !isSymbol("\n", ";", ")", ";;", "}", "&") { advance() }
      return nil
    }
    return ShellItem(links: links)
  }

  private mutating func pipeline() -> ShellPipeline? {
    var isNegated = false
    while lexer.dialect == .posix, keyword == "!" {
      isNegated.toggle()
      advance()
    }
    if lexer.dialect == .powershell, isSymbol("&") { advance() }
    guard let first = statement() else { return nil }
    var statements = [first]
    while isSymbol("|", "|&") {
      advance()
      while isSymbol("\n") { advance() }
      guard let next = statement() else { break }
      statements.append(next)
    }
    return ShellPipeline(statements: statements, isNegated: isNegated)
  }

  private mutating func statement() -> ShellStatement? {
    if isSymbol("(") {
      advance()
      let items = list(until: [])
      if isSymbol(")") { advance() }
      skipRedirections()
      return .group(items, isSubshell: true)
    }
    if isSymbol("{") {
      advance()
      let items = list(until: [])
      if isSymbol("}") { advance() }
      // Of PowerShell's blocks it cannot be told when they run.
      return .cases([items])
    }
    if lexer.dialect == .powershell, keyword?.lowercased() == "if" { return powershellBranches() }
    guard lexer.dialect == .posix, let word = keyword else { return simpleCommand() }
    switch word {
    case "{":
      advance()
      let items = list(until: ["}"])
      if keyword == "}" { advance() }
      skipRedirections()
      return .group(items, isSubshell: false)
    case "if": return branches()
    case "for", "select": return loop()
    case "while", "until":
      advance()
      let condition = list(until: ["do"])
      return .repetition(while: condition, body())
    case "case": return cases()
    case "function":
      advance()
      let name = keyword ?? ""
      advance()
      if isSymbol("(") { advance() }
      if isSymbol(")") { advance() }
      return function(name)
    default: return simpleCommand()
    }
  }

  private mutating func branches() -> ShellStatement {
    var found: [ShellStatement.Branch] = []
    var otherwise: [ShellItem]?
    while keyword == "if" || keyword == "elif" {
      advance()
      let condition = list(until: ["then"])
      if keyword == "then" { advance() }
      found.append(ShellStatement.Branch(condition: condition, body: list(until: ["elif", "else", "fi"])))
    }
    if keyword == "else" {
      advance()
      otherwise = list(until: ["fi"])
    }
    if keyword == "fi" { advance() }
    skipRedirections()
    return .branches(found, otherwise: otherwise)
  }

  private mutating func loop() -> ShellStatement {
    advance()
    let name = keyword ?? ""
    if case .word = token { advance() }
    while isSymbol("\n") { advance() }
    var values: [ShellWord]?
    if keyword == "in" {
      advance()
      values = []
      while case .word(let word) = token {
        values?.append(word)
        advance()
      }
    } else {
      // `for ((i = 0; i < 3; i++))`
      while token != .end, keyword != "do", !isSymbol("\n") { advance() }
    }
    return .loop(name, over: values, body())
  }

  private mutating func body() -> [ShellItem] {
    skipLineEnds()
    if keyword == "do" { advance() }
    let items = list(until: ["done"])
    if keyword == "done" { advance() }
    skipRedirections()
    return items
  }

  private mutating func cases() -> ShellStatement {
    while token != .end, keyword != "in" { advance() }
    advance()
    var found: [[ShellItem]] = []
    while true {
      while isSymbol("\n", ";;", ";", "(") { advance() }
      guard token != .end, keyword != "esac" else { break }
      while token != .end, !isSymbol(")") { advance() }
      advance()
      found.append(list(until: ["esac"]))
    }
    if keyword == "esac" { advance() }
    return .cases(found)
  }

  private mutating func function(_ name: String) -> ShellStatement {
    while isSymbol("\n") { advance() }
    guard let body = statement() else { return .function(name, []) }
    return .function(name, [ShellItem(links: [ShellItem.Link(pipeline: ShellPipeline(statements: [body]))])])
  }

  private mutating func simpleCommand() -> ShellStatement? {
    var command = ShellCommand()
    var documents: [Int] = []
    while true {
      if case .word(let word) = token {
        command.words.append(word)
        advance()
        if command.words.count == 1, word.spelling == "[[" { readCondition(&command) }
      } else if isSymbol("("), lexer.dialect == .posix, command.words.count == 1 {
        advance()
        guard isSymbol(")") else { continue }
        advance()
        return function(command.words[0].spelling)
      } else if isSymbol("("), lexer.dialect == .powershell, !command.words.isEmpty {
        // A condition: `if (…)`.
        while token != .end, !isSymbol(")", "\n") { advance() }
        if isSymbol(")") { advance() }
      } else if !readRedirection(&documents) {
        break
      }
    }
    guard !command.words.isEmpty || !documents.isEmpty else { return nil }
    // A here-document begins with the next line, which is the token that stands there.
    if let document = documents.last, document < lexer.inputs.count { command.input = lexer.inputs[document] }
    return .command(command)
  }

  /// `[[ … ]]`, in which `&&` and `<` join nothing.
  private mutating func readCondition(_ command: inout ShellCommand) {
    while token != .end, !isSymbol("\n") {
      if case .word(let word) = token { command.words.append(word) }
      if case .symbol(let text) = token { command.words.append(ShellWord(pieces: [.text(text)])) }
      let isEnd = keyword == "]]"
      advance()
      if isEnd { return }
    }
  }

  private mutating func skipRedirections() {
    var documents: [Int] = []
    while readRedirection(&documents) {}
  }

  private mutating func readRedirection(_ documents: inout [Int]) -> Bool {
    guard case .symbol(let symbol) = token, symbol.contains(where: { $0 == "<" || $0 == ">" }) else { return false }
    advance()
    guard case .word(let target) = token else { return true }
    if symbol == "<<" || symbol == "<<-" {
      documents.append(readInputs)
      readInputs += 1
      lexer.await(target.spelling, isIndented: symbol == "<<-")
    }
    advance()
    return true
  }
}
