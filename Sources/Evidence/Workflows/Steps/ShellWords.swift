/// Words of scripts.
package enum ShellWords {
  /// The words of each command that a script runs, and of what each starts.
  package static func commands(of script: String) -> [[Substring]] {
    ScriptReading(script).commands.map { $0.words.map { Substring($0.text) } }
  }

  /// The name of a program: without its folder, the ending that Windows gives it, and a version that is asked for.
  package static func programName(_ word: Substring) -> String {
    var name = word.split { $0 == "/" || $0 == "\\" }.last ?? word
    name = name.prefix { $0 != "@" && $0 != "[" && $0 != "=" && $0 != "<" && $0 != ">" }
    for ending in [".exe", ".cmd", ".bat"] where name.lowercased().hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    return String(name)
  }
}
