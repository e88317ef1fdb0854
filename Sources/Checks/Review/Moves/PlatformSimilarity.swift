import Documents

/// How much alike two platforms' names are.
struct PlatformSimilarity {
  private let words: Set<Substring>
  private let pairs: [Pair: Int]

  private struct Pair: Hashable {
    var first: UInt8
    var second: UInt8
  }

  init(_ name: String) {
    let key = PlatformSpelling(name).key
    words = Set(key.split(separator: " "))
    let letters = key.utf8.filter { $0 != UInt8(ascii: " ") }
    pairs = zip(letters, letters.dropFirst()).reduce(into: [:]) { $0[Pair(first: $1.0, second: $1.1), default: 0] += 1 }
  }

  /// In percent, by the pairs of neighbouring letters that both have (Dice's coefficient); 100 for another spelling.
  ///
  /// Nil where each name has a word that tells platforms apart and the other has not: 'manylinux' and 'musllinux' are
  /// alike and name two things.
  func percent(with other: PlatformSimilarity) -> Int? {
    let own = words.subtracting(other.words)
    let others = other.words.subtracting(words)
    if own.isEmpty, others.isEmpty { return 100 }
    if own.contains(where: Self.distinguishes), others.contains(where: Self.distinguishes) { return nil }
    let common = pairs.reduce(0) { $0 + min($1.value, other.pairs[$1.key] ?? 0) }
    let total = pairs.values.reduce(0, +) + other.pairs.values.reduce(0, +)
    return total == 0 ? nil : min(99, 200 * common / total)
  }

  /// What a name has to have in common with another to be taken for it, in percent.
  static let threshold = 60

  /// An operating system, a C library or an interpreter; architectures and word sizes have digits.
  private static func distinguishes(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) || known.contains(String(word))
  }

  private static let known: Set = [
    "linux", "windows", "macos", "ios", "android", "freebsd", "openbsd", "netbsd", "solaris", "aix", "cygwin", "mingw",
    "manylinux", "musllinux", "musl", "glibc", "cpython", "pypy", "graalpy", "freethreaded", "wasi", "wasm", "pyodide",
    "emscripten", "universal", "simulator",
  ]
}
