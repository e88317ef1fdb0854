import Diagnostics
import Documents

/// The duties that a tier's section of a document states, by its sentences.
///
/// Which duties there are is read, not how they are worded: the same duty in other words is the same. Wheels are told
/// apart by whether they are released or not.
struct StatedDuties: Hashable, Sendable {
  enum Duty: String, CaseIterable, Sendable {
    case ci
    case wheels
    case noWheels = "no-wheels"
    case blocking
    case responsibility

    /// For lists of what a tier has or lacks.
    var words: String {
      switch self {
      case .ci: "regular CI"
      case .wheels: "wheels are released"
      case .noWheels: "no wheels are released"
      case .blocking: "failures block a release"
      case .responsibility: "somebody is responsible"
      }
    }
  }

  private(set) var duties: Set<Duty> = []
  /// The words by which the sentences of a duty hold less than always.
  private var conditions: [Duty: Set<String>] = [:]
  /// The same in brackets; an entry for each duty with brackets.
  private var asides: [Duty: Set<String>] = [:]
  /// Other sentences, folded, that may take back what the tier promises.
  private(set) var limits: [String] = []
  /// How many people are asked for at least; nil where no number is stated.
  private(set) var minimum: Int?

  /// - Parameter listing: of the document.
  init(of listing: TierListing, in document: LocatedDocument) {
    for text in listing.lines.flatMap(document.statements(in:)) {
      if let duty = Self.duty(stated: text) {
        duties.insert(duty)
        addConditions(of: duty, in: text)
      } else if text.takesBack, text.folded.last != ":", !text.hasPrefix("..") {
        limits.append(text.folded)
      }
      minimum = Self.minimum(stated: text).map { max($0, minimum ?? 0) } ?? minimum
    }
  }

  private mutating func addConditions(of duty: Duty, in text: String) {
    for (index, part) in text.lowercased().split(omittingEmptySubsequences: false, whereSeparator: "()".contains)
      .enumerated()
    {
      let words = part.split { !$0.isLetter }.map(String.init).filter(Self.softening.contains)
      if index.isMultiple(of: 2) {
        conditions[duty, default: []].formUnion(words)
      } else {
        asides[duty, default: []].formUnion(words)
      }
    }
  }

  /// The words that make a duty of another revision hold less than here. Brackets in place of brackets are taken for the
  /// same qualification in other words.
  private func newConditions(of duty: Duty, in other: StatedDuties) -> Set<String> {
    let known = conditions[duty, default: []].union(asides[duty, default: []])
    let new = other.conditions[duty, default: []]
    return (asides[duty] == nil ? new.union(other.asides[duty, default: []]) : new).subtracting(known)
  }

  /// `At least **two** core developers`
  private static func minimum(stated text: String) -> Int? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let numbers = ["one", "two", "three", "four", "five"]
    return words.indices.dropLast(2).lazy.filter { words[$0] == "at" && words[$0 + 1] == "least" }.compactMap { index in
      numbers.firstIndex(of: words[index + 2]).map { $0 + 1 } ?? Int(words[index + 2])
    }.first
  }

  /// What this section asks for and another revision of it does not, in words.
  func words(beyond other: StatedDuties) -> [String] {
    var words = Duty.allCases.filter { duties.contains($0) && !other.duties.contains($0) }.map { $0.words }
    words += Duty.allCases.filter { duties.contains($0) && other.duties.contains($0) }.flatMap { duty in
      newConditions(of: duty, in: other).sorted().map { "\(duty.words), without \($0.quoted)" }
    }
    words += other.limits.filter { !limits.contains($0) }.map { "whatever \($0.quoted) takes back" }
    if let minimum, let less = other.minimum, less < minimum { words.append("at least \(minimum), not \(less)") }
    return words
  }

  /// What a tier has to say and this section does not, in words.
  var lacking: [String] {
    var lacking: [String] = []
    if !duties.contains(.ci) { lacking.append("which CI it needs") }
    if duties.isDisjoint(with: [.wheels, .noWheels]) { lacking.append("whether wheels are released") }
    if !duties.contains(.blocking) { lacking.append("what blocks a release") }
    if !duties.contains(.responsibility) { lacking.append("who is responsible") }
    return lacking
  }

  /// The first that fits: a sentence about what blocks a release names CI and wheels as well.
  private static func duty(stated text: String) -> Duty? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    let all = Set(words)
    if let index = words.firstIndex(where: { $0.hasPrefix("block") }) {
      return denies(words[..<index].suffix(3)) || softens(words[..<index].suffix(2)) ? nil : .blocking
    }
    if holdsBack(all) { return .blocking }
    if all.contains(where: { $0.hasPrefix("responsib") || $0.hasPrefix("commit") }) {
      return leavesOpen(words) ? nil : .responsibility
    }
    if let index = words.firstIndex(where: { $0 == "wheel" || $0 == "wheels" }) {
      guard all.contains(where: { $0.hasPrefix("releas") || $0.hasPrefix("publish") || $0 == "pypi" }) else {
        return nil
      }
      let ends = ["until", "till", "only", "formerly", "previously", "used", "instead"]
      let isElsewhere = all.contains("conda") || all.contains("forge")
      if softens(words[..<index].suffix(3)) { return nil }
      return denies(words[..<index].suffix(4)) || denies(words[index...].prefix(4)) || isElsewhere
        || words[index...].contains { ends.contains($0) && !all.contains("pypi") } ? .noWheels : .wheels
    }
    if all.contains("maintainer") || all.contains("maintainers") { return leavesOpen(words) ? nil : .responsibility }
    if let index = words.firstIndex(where: { $0 == "ci" || $0 == "tested" }) {
      return denies(words[..<index].suffix(2)) || denies(words[index...].prefix(4))
        || softens(words[..<index].suffix(4))
        ? nil : .ci
    }
    return nil
  }

  /// `Nobody is responsible`, `welcome but not required`.
  private static func leavesOpen(_ words: [String]) -> Bool {
    words.contains("nobody") || softens(words.prefix(4))
      || zip(words, words.dropFirst()).contains { $0 == "not" && $1 == "required" }
  }

  /// `CI failures may block`, `should ideally have`: what need not be.
  private static func softens(_ words: ArraySlice<String>) -> Bool {
    words.contains { ["if", "when", "unless", "only", "except"].contains($0) ? false : softening.contains($0) }
  }

  private static let softening: Set<String> = [
    "may", "might", "can", "could", "should", "ideally", "preferably", "optionally", "usually", "normally", "if",
    "when",
    "whenever", "unless", "only", "except", "possible", "optional", "sometimes", "mostly", "generally", "typically",
    "try", "tries", "aim", "aims", "nice", "welcome", "encouraged", "recommended", "desirable", "occasionally",
  ]

  /// `Releases wait until CI is green`: that a failure holds a release back, without the word.
  private static func holdsBack(_ words: Set<String>) -> Bool {
    let names = ["ci", "failure", "failures", "fails", "red", "green"]
    let holds = ["wait", "waits", "held", "hold", "holds", "delay", "delays", "delayed", "until", "while"]
    return words.contains { $0 == "release" || $0 == "releases" } && words.contains("ci")
      && words.contains(where: names.contains) && words.contains(where: holds.contains)
  }

  private static func denies(_ words: ArraySlice<String>) -> Bool {
    words.contains {
      ["no", "not", "never", "without", "isn't", "aren't", "don't", "doesn't", "nobody", "stopped", "stops"].contains(
        $0)
    }
  }
}

extension LocatedDocument {
  /// The paragraphs and list items of some lines, without headings and the tables and lists of platforms, each as one text.
  fileprivate func statements(in lines: Range<Int>) -> [String] {
    let skipped = platformLines
    var statements: [String] = []
    var current = ""
    for number in lines where !skipped.contains(where: { $0.contains(number) }) {
      let line = String(decoding: file.line(number), as: UTF8.self)
      let words = line.split(whereSeparator: { $0.isWhitespace })
      if words.isEmpty || words[0] == "-" || words[0] == "*" || words[0] == "+" {
        if !current.isEmpty { statements.append(current) }
        current = ""
      }
      current += line + " "
    }
    return current.isEmpty ? statements : statements + [current]
  }

  /// The lines of a section and its subsections: from behind the heading to the next one of its level or a higher one.
  func lines(under heading: Section) -> Range<Int> {
    let start = heading.range.end.line + (heading.range.end.column > 1 ? 1 : 0)
    let next = document.sections.first { $0.range.start > heading.range.start && $0.level <= heading.level }
    let end = next?.range.start.line ?? file.lineCount + 1
    return start..<max(start, end)
  }

  /// The lines of tables, of headings, and of the lists that list platforms.
  private var platformLines: [ClosedRange<Int>] {
    let lists = located.listings.flatMap { listing -> [Int] in
      if case .lists(let indices) = listing.form { indices } else { [] }
    }
    let ranges =
      document.tables.map { $0.range } + document.sections.map { $0.range } + lists.map { document.lists[$0].range }
    return ranges.map { $0.start.line...max($0.start.line, $0.end.line) }
  }
}
