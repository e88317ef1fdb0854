/// Tells what may be a person's name from texts that are none.
///
/// Names are many things; what no name is, is more certain: a date, a sentence, a company in capitals, a team.
enum PersonName {
  /// Whether a text, in the place of a contact, may be somebody's name, handle or address.
  static func fits(_ text: String) -> Bool {
    let bare = text.prefix { !"(<[".contains($0) }
    let words = bare.split(whereSeparator: { $0.isWhitespace })
    guard !organisations.contains(bare.folded) else { return false }
    // An address or a handle in brackets alone.
    guard let first = words.first else { return text.contains { $0.isLetter } }
    if words.count == 1, isHandle(first) || isAddress(first) { return true }
    guard words.count <= longest, !words.contains(where: { $0.contains(where: { $0.isNumber }) }) else { return false }
    guard !words.contains(where: isStranger) else { return false }
    if words.count == 1 { return isOneName(first) }
    // Somebody in a hurry writes two words without capitals.
    let isHurried = words.count == 2 && words.allSatisfy { !$0.contains("-") }
    return (isHurried || words.allSatisfy(isPart)) && words.allSatisfy(isSpelled)
      && words.contains(where: isWhole)
  }

  private static let longest = 7

  /// `@ada`; a team's handle has its organisation before it.
  private static func isHandle(_ word: Substring) -> Bool {
    word.first == "@" && word.count > 1 && !isStranger(word.dropFirst())
      && !organisations.contains(word.dropFirst().lowercased())
      && word.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !isStranger(parts[0])
  }

  /// A handle without its sign, or a name of one word; not initials, as companies have them.
  private static func isOneName(_ word: Substring) -> Bool {
    guard word.allSatisfy({ $0.isLetter || "-_.'’".contains($0) }), word.contains(where: { $0.isLetter }) else {
      return false
    }
    return word.contains(where: { $0.isLowercase }) || !word.contains(where: { $0.isUppercase })
  }

  /// A single capital is an initial, whatever word it is.
  private static func isStranger(_ word: Substring) -> Bool {
    let name = word.trimmed
    if name.count == 1, name.first?.isUppercase ?? false { return false }
    // 'numpy-team' and 'ex-maintainer' are none either.
    return name.lowercased().split(separator: "-").contains { strangers.contains(String($0)) }
      || strangers.contains(name.lowercased())
  }

  private static func isSpelled(_ word: Substring) -> Bool {
    let name = word.trimmed
    return !name.isEmpty && name.allSatisfy { $0.isLetter || "-.'’‐·".contains($0) }
  }

  /// A word of a name of several: with a capital, in letters without case, or a particle.
  private static func isPart(_ word: Substring) -> Bool {
    let name = word.trimmed
    return particles.contains(name.lowercased()) || name.contains(where: { $0.isUppercase })
      || !name.contains(where: { $0.isLowercase })
  }

  /// More than an initial or a company's letters: `IBM Power` has one such word, `J. R.` none.
  private static func isWhole(_ word: Substring) -> Bool {
    let name = word.trimmed
    let isInitials =
      name.count < 5 && name.contains(where: { $0.isUppercase }) && !name.contains(where: { $0.isLowercase })
    return name.count > 1 && !isInitials && !particles.contains(name.lowercased())
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "lo", "bin",
    "bint", "ibn", "al", "el", "ter", "ten", "zu", "zur", "af", "av", "y", "e", "i", "mac", "mc", "st", "d", "jr", "sr",
    "ii", "iii", "iv", "dr", "prof",
  ]

  /// Companies that give machines and people's time, and that no person is called like.
  private static let organisations: Set<String> = [
    "quansight", "microsoft", "google", "anaconda", "nvidia", "intel", "apple", "amazon", "canonical", "red hat",
    "redhat", "suse", "oracle", "samsung", "huawei", "alibaba", "qualcomm", "linaro", "facebook", "netflix",
    "openteams",
    "mozilla", "debian", "fedora", "gentoo", "ubuntu", "conda-forge", "scikit-learn", "scipy", "hewlett packard",
    "rise project", "arm ltd", "github", "gitlab",
  ]

  /// Words that are in no name, and in what stands where one should.
  private static let strangers: Set<String> = [
    "team", "teams", "group", "community", "maintainer", "maintainers", "developer", "developers", "contributor",
    "contributors", "committer", "committers", "volunteer", "volunteers", "people", "users", "project", "foundation",
    "organization", "organisation", "company", "corporation", "corp", "inc", "ltd", "gmbh", "llc", "council",
    "enterprise", "enterprises", "technologies", "technology", "systems", "software", "solutions", "consulting",
    "semiconductor", "semiconductors", "electronics", "computing", "consortium", "initiative", "association", "society",
    "committee", "board", "department", "labs", "university", "institute", "runner", "runners", "machine", "machines",
    "hardware", "hosted", "self-hosted", "server", "servers", "ci", "github", "cirrus", "release", "releases",
    "platform", "platforms", "port", "porters", "wheel", "wheels", "support", "the", "a", "an", "on", "for", "see",
    "by", "with", "to", "at", "in", "is", "no", "not", "nobody", "none", "someone", "somebody", "anyone", "anybody",
    "everyone", "all", "any", "looking", "wanted", "needed", "seeking", "searching", "runs", "run", "ran", "was",
    "needs",
    "used", "and", "or", "me", "us", "we", "ex", "security", "dev", "devel", "admin", "info", "discussion", "thread",
    "issue", "note", "notes", "mailing", "list", "link", "docs", "archive",
    "python", "pypy", "cpython", "windows", "linux", "macos", "freebsd", "android", "ios", "former", "formerly",
    "unknown", "pending", "vacant", "tbd", "tba", "todo", "various",
    "several",
  ]
}

extension Substring {
  /// Without the punctuation around it.
  fileprivate var trimmed: Substring {
    var word = self
    while let last = word.last, ".,:;*_`".contains(last) { word.removeLast() }
    while let first = word.first, "*_`".contains(first) { word.removeFirst() }
    return word
  }
}
