import Diagnostics
import Policy

/// How much alike two platforms' names are.
struct NameLikeness {
  private let words: Set<Substring>
  /// The name without spaces and punctuation: a space too many or too few makes no other word.
  private let letters: String
  private let letterPairs: [LetterPair: Int]
  private var traits = PlatformTraits()
  /// What makes another platform of the same system, architecture and interpreter.
  private var furtherTraits: Set<Substring> { words.intersection(Self.variants) }

  private static let variants: Set<Substring> = [
    "simulator", "debug", "freethreaded", "termux", "xp", "ce", "v2", "v3", "v4", "uwp",
  ]

  private struct LetterPair: Hashable {
    var first: UInt8
    var second: UInt8
  }

  init(_ listing: Listing) {
    let key = PlatformSpelling(listing.name).key
    words = Set(key.split(separator: " "))
    letters = listing.name.folded.filter { $0.isLetter || $0.isNumber }
    let sorted = key.utf8.filter { $0 != UInt8(ascii: " ") }
    letterPairs = zip(sorted, sorted.dropFirst()).reduce(into: [:]) {
      $0[LetterPair(first: $1.0, second: $1.1), default: 0] += 1
    }
    for word in words { traits.add(word) }
    guard let target = listing.platform?.target else { return }
    for word in (target.architectures.value ?? []) + [target.os.value].compactMap({ $0 }) {
      traits.add(PlatformSpelling(word).key.dropLast())
    }
  }

  /// In percent, by the pairs of neighbouring letters that both have (Dice's coefficient); nil where they are not alike,
  /// or where they name two things: 'manylinux' and 'musllinux' are alike and no two spellings of one.
  ///
  /// Where each has a word that the other has not, the words have to be alike themselves, or the rest of the row has to
  /// be the same.
  ///
  /// - Parameter hasSameRest: whether the rows have the same note and contacts, and no others have these.
  func percent(with other: NameLikeness, hasSameRest: Bool) -> Int? {
    guard !traits.contradict(other.traits) else { return nil }
    guard furtherTraits == other.furtherTraits else { return nil }
    let own = words.subtracting(other.words)
    let others = other.words.subtracting(words)
    if own.isEmpty, others.isEmpty { return words.isEmpty ? nil : 100 }
    if letters == other.letters { return 99 }
    if !hasSameRest, !own.isEmpty, !others.isEmpty, !Self.isSlip(own, others) { return nil }
    let common = letterPairs.reduce(0) { $0 + min($1.value, other.letterPairs[$1.key] ?? 0) }
    let total = letterPairs.values.reduce(0, +) + other.letterPairs.values.reduce(0, +)
    guard total > 0 else { return nil }
    let percent = min(99, 200 * common / total)
    return percent >= (hasSameRest ? Self.thresholdWithSameRest : Self.threshold) ? percent : nil
  }

  /// What a name has to have in common with another to be taken for it, in percent.
  private static let threshold = 60
  private static let thresholdWithSameRest = 30

  /// Whether the words that differ may be one word written twice: they do not both have a number or a name that is known,
  /// and a few letters make one of the other.
  private static func isSlip(_ own: Set<Substring>, _ others: Set<Substring>) -> Bool {
    if own.contains(where: PlatformTraits.distinguishes), others.contains(where: PlatformTraits.distinguishes) {
      return false
    }
    let (left, right) = (own.sorted().joined(), others.sorted().joined())
    let limit = (min(left.utf8.count, right.utf8.count) + 1) / 3
    return NearestName.distance(left, right, limit: limit) != nil
  }
}

/// What the words of a name say of the platform: two platforms with another operating system, architecture, C library or
/// interpreter are two, however much alike their names are.
struct PlatformTraits {
  private enum Kind: Hashable {
    case system
    case architecture
    case wordSize
    case library
    case interpreter
  }

  private var values: [Kind: Set<String>] = [:]

  mutating func add(_ word: Substring) {
    guard let (kind, value) = Self.known[String(word)] else { return }
    values[kind, default: []].insert(value)
    guard kind == .architecture else { return }
    values[.wordSize, default: []].insert(value.hasBytes("64") || value == "s390x" ? "64" : "32")
  }

  func contradict(_ other: PlatformTraits) -> Bool {
    values.contains { kind, own in other.values[kind].map(own.isDisjoint) ?? false }
  }

  /// Whether a word is one that tells platforms apart; architectures and versions have digits.
  static func distinguishes(_ word: Substring) -> Bool {
    word.contains(where: { $0.isNumber }) || known[String(word)] != nil || furtherWords.contains(String(word))
  }

  /// They stand beside a system or an interpreter, or for one of several.
  private static let furtherWords: Set = ["wasm", "universal", "simulator", "pyodide", "uwp"]

  private static let known: [String: (Kind, String)] = {
    var known: [String: (Kind, String)] = [:]
    func add(_ kind: Kind, _ words: String...) { for word in words { known[word] = (kind, word) } }
    add(
      .system, "linux", "windows", "macos", "ios", "tvos", "watchos", "visionos", "android", "freebsd", "openbsd",
      "netbsd", "dragonfly", "solaris", "illumos", "aix", "cygwin", "haiku", "hurd", "fuchsia", "wasi", "emscripten",
      "zos", "redox", "vxworks", "qnx", "nto")
    known["darwin"] = (.system, "macos")
    known["win32"] = (.system, "windows")
    known["win64"] = (.system, "windows")
    add(
      .architecture, "x86_64", "x86", "arm64", "arm64e", "armv5te", "armv6", "armv6l", "armv7", "armv7l", "armhf",
      "armel", "ppc", "ppc64", "ppc64le", "riscv32", "riscv64", "s390x", "sparc", "sparc64", "mips", "mipsel",
      "mips64", "mips64el", "loongarch64", "wasm32", "wasm64", "alpha", "hppa", "ia64", "m68k", "i386", "i586", "arm",
      "arm32", "ppc32", "universal", "universal2")
    known["parisc"] = (.architecture, "hppa")
    add(.library, "glibc", "musl", "msvc", "mingw", "uclibc")
    known["gnu"] = (.library, "glibc")
    known["manylinux"] = (.library, "glibc")
    known["musllinux"] = (.library, "musl")
    add(.interpreter, "cpython", "pypy", "graalpy", "jython", "ironpython")
    known["32"] = (.wordSize, "32")
    known["64"] = (.wordSize, "64")
    return known
  }()
}
