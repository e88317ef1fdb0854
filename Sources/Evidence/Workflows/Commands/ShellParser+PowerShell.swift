extension ShellParser {
  /// `if (…) { … } elseif (…) { … } else { … }`
  mutating func powershellBranches() -> ShellStatement {
    var found: [ShellStatement.Branch] = []
    var otherwise: [ShellItem]?
    repeat {
      advance()
      let condition = powershellCondition()
      found.append(ShellStatement.Branch(condition: [condition], body: block()))
    } while keyword?.lowercased() == "elseif"
    if keyword?.lowercased() == "else" {
      advance()
      otherwise = block()
    }
    return .branches(found, otherwise: otherwise)
  }

  /// A comparison as other shells have it: `[ a = b ]`; what it is otherwise is known only when it runs.
  private mutating func powershellCondition() -> ShellItem {
    var words: [ShellWord] = []
    var depth = 0
    while token != .end, depth > 0 || isSymbol("(") {
      if isSymbol("(") { depth += 1 }
      if isSymbol(")") { depth -= 1 }
      if case .word(let word) = token { words.append(word) }
      advance()
    }
    func plain(_ text: String) -> ShellWord { ShellWord(pieces: [.text(text)]) }
    let signs = ["-eq": "=", "-ne": "!="]
    var command = ShellCommand(words: [plain("["), ShellWord(pieces: [.open("(…)")]), plain("]")])
    if words.count == 3, let sign = signs[words[1].spelling.lowercased()] {
      command.words = [plain("["), words[0], plain(sign), words[2], plain("]")]
    }
    return ShellItem(links: [ShellItem.Link(pipeline: ShellPipeline(statements: [.command(command)]))])
  }

  private mutating func block() -> [ShellItem] {
    while isSymbol("\n") { advance() }
    guard isSymbol("{") else { return [] }
    advance()
    let items = list(until: [])
    if isSymbol("}") { advance() }
    while isSymbol("\n") { advance() }
    return items
  }
}
