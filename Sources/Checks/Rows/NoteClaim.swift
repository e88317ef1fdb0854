import Policy

/// What a note claims that a tier's duties may contradict.
enum NoteClaim: Hashable {
  case releasesWheels
  case endsWheels
  case hasNoCI

  /// The claims of a note that speak of the present; what was, will be, or holds elsewhere than on the index is none.
  static func claims(in note: String) -> Set<NoteClaim> {
    guard note.containsWord(from: ["wheel", "binaries", "conda", "releas", "ci", "test"]) else { return [] }
    var claims: Set<NoteClaim> = []
    for sentence in NoteSentences.words(of: note) {
      if releasesWheels(sentence) { claims.insert(.releasesWheels) }
      if endsWheels(sentence) { claims.insert(.endsWheels) }
      if hasNoCI(sentence) { claims.insert(.hasNoCI) }
    }
    return claims
  }

  /// Those of them that say the contrary of what a tier asks.
  static func contradictions(of duties: Duties, in note: String) -> Set<NoteClaim> {
    claims(in: note).filter { claim in
      switch claim {
      case .releasesWheels: duties.wheels.kind == .none
      case .endsWheels: duties.wheels.kind == .released
      case .hasNoCI: duties.ci != nil
      }
    }
  }

  /// `No wheels from 2.6.0 on`, `wheels until 2.5.x`, `has stopped releasing wheels`, `on conda-forge only`; not `No wheels
  /// for PyPy`, and not what is planned.
  private static func endsWheels(_ sentence: [String]) -> Bool {
    let words = Set(sentence)
    guard words.isDisjoint(with: planned) else { return false }
    if !words.isDisjoint(with: ["only", "instead", "just"]), !words.isDisjoint(with: otherIndexes) { return true }
    if let index = sentence.firstIndex(where: { stopping.contains($0) }) {
      let rest = sentence[(index + 1)...].drop { ["to", "be", "being"].contains($0) }
      if let verb = rest.first, makingWheels.contains(verb) {
        let next = rest.dropFirst().first
        if next.map({ ["wheels", "binaries", "it", "for", "on", "from", "since", "in", "here"].contains($0) }) ?? true {
          return true
        }
      }
    }
    guard let index = sentence.firstIndex(where: { ["wheel", "wheels", "binaries"].contains($0) }) else { return false }
    let (before, after) = (sentence[..<index].suffix(4), sentence[(index + 1)...].prefix(4))
    let isPartial =
      ["for", "before", "with", "needed", "required"].contains(after.first)
      && !["it", "this", "the", "now"].contains(after.dropFirst().first)
    let isDenied = before.contains { negating.contains($0) || stopping.contains($0) || $0 == "last" || $0 == "final" }
    return isDenied && !isPartial
      || after.contains { negating.contains($0) || stopping.contains($0) || endings.contains($0) }
  }

  private static let otherIndexes: Set = ["conda-forge", "anaconda.org", "conda", "piwheels", "distributions"]
  private static let stopping: Set = [
    "stopped", "stops", "stop", "ceased", "ceases", "quit", "discontinued", "longer", "dropped", "drops", "ended",
  ]
  private static let makingWheels: Set = [
    "release", "releases", "releasing", "released", "publish", "publishes", "publishing", "published", "ship", "ships",
    "shipping", "shipped", "provide", "provides", "providing", "provided", "build", "builds", "building", "built",
    "upload", "uploading", "uploaded",
  ]
  private static let endings: Set = ["until", "till", "through", "end", "gone", "removed", "withdrawn"]

  private static func releasesWheels(_ sentence: [String]) -> Bool {
    let words = Set(sentence)
    guard !words.isDisjoint(with: ["wheel", "wheels"]), !words.isDisjoint(with: releasing) else { return false }
    return words.isDisjoint(with: negating) && words.isDisjoint(with: elsewhere) && words.isDisjoint(with: past)
      && words.isDisjoint(with: planned)
  }

  private static func hasNoCI(_ sentence: [String]) -> Bool {
    guard Set(sentence).isDisjoint(with: formerly) else { return false }
    if isUntested(sentence) { return true }
    return sentence.indices.contains { index in
      guard sentence[index] == "ci" else { return false }
      return isDenied(before: sentence[..<index], after: sentence[(index + 1)...])
        || isEnded(after: sentence[(index + 1)...])
    }
  }

  /// `is untested`, `no longer tested`, `the tests are not run`; not `untested with Python 3.15`.
  private static func isUntested(_ sentence: [String]) -> Bool {
    guard !sentence.contains("wheels") else { return false }
    for (index, word) in sentence.enumerated() {
      let next = sentence[(index + 1)...].first
      switch word {
      case "untested": if next == nil || next == "in" || next == "by" { return true }
      case "tested":
        let isWhole = next.map {
          ["in", "by", "now", "since", "at", "yet", "and", "but", "here", "any", "anymore"].contains($0)
        }
        if isWhole ?? true, sentence[..<index].suffix(3).contains(where: denials.contains) { return true }
      case "tests", "testing", "suite": if isEnded(after: sentence[(index + 1)...]) { return true }
      default: break
      }
    }
    return false
  }

  /// `no CI`, `without regular CI`, `not tested in our CI`; not `no CI failures`, `no native CI`.
  private static func isDenied(before: ArraySlice<String>, after: ArraySlice<String>) -> Bool {
    guard after.first.map(boundaries.contains) ?? true else { return false }
    var before = before
    while let last = before.last, qualifying.contains(last) { before.removeLast() }
    guard let last = before.last else { return false }
    if ["no", "without", "lacks", "lacking"].contains(last) { return true }
    guard ["in", "on", "by", "under", "have", "has"].contains(last) else { return false }
    before.removeLast()
    return before.suffix(3).contains(where: denials.contains)
  }

  /// `CI is disabled`, `CI jobs were removed`, `CI does not run`.
  private static func isEnded(after: ArraySlice<String>) -> Bool {
    var after = after
    while let first = after.first, subjects.contains(first) { after.removeFirst() }
    guard let first = after.first else { return false }
    if ended.contains(first) { return after.dropFirst().first.map(boundaries.contains) ?? true }
    let verb = after.prefix(3)
    guard verb.contains(where: denials.contains) else { return false }
    return verb.contains("run") || verb.contains("running") || verb.contains("available") || verb.contains("there")
  }

  private static let releasing: Set = [
    "released", "releases", "published", "publish", "uploaded", "upload", "shipped", "ship", "ships",
    "available", "provided", "provide", "pypi", "distributed",
  ]
  private static let negating: Set = [
    "no", "not", "without", "never", "none", "don't", "doesn't", "isn't", "aren't", "cannot", "can't", "nor", "neither",
  ]
  /// Builds for trying out, and other places than the package index.
  private static let elsewhere: Set = [
    "nightly", "nightlies", "development", "dev", "test", "testing", "prerelease", "pre-release", "experimental",
    "unofficial", "third-party", "anaconda.org", "conda-forge", "piwheels", "downstream", "distributor", "distributors",
    "distribution", "vendor", "elsewhere",
  ]
  private static let past: Set = [
    "was", "were", "had", "used", "formerly", "previously", "until", "till", "last", "stopped", "dropped", "ended",
  ]
  private static let planned: Set = [
    "will", "planned", "plan", "plans", "expected", "may", "might", "could", "would", "should", "once", "if", "when",
    "future", "later", "soon", "eventually", "pending", "wanted", "requested",
  ]
  private static let formerly: Set = ["until", "till", "formerly", "previously", "used"]
  private static let qualifying: Set = [
    "regular", "any", "our", "the", "automated", "active", "working", "proper", "regularly", "numpy's", "longer",
    "more",
  ]
  /// What may follow where the claim is about CI as a whole.
  private static let boundaries: Set = [
    "for", "on", "at", "yet", "now", "since", "because", "due", "job", "jobs", "support", "coverage", "testing", "is",
    "are", "available", "currently", "here", "anymore", "and", "but", "so", "exists", "runs", "again", "temporarily",
  ]
  private static let denials: Set = [
    "not", "never", "no", "isn't", "aren't", "doesn't", "don't", "cannot", "can't", "nowhere",
  ]
  private static let subjects: Set = [
    "job", "jobs", "run", "runs", "support", "testing", "coverage", "is", "are", "was", "were", "has", "have", "been",
    "currently", "now", "temporarily", "permanently", "for", "this", "platform", "switched", "turned",
  ]
  private static let ended: Set = [
    "disabled", "removed", "off", "missing", "unavailable", "dropped", "suspended", "gone", "paused", "stopped",
    "absent",
    "retired",
  ]
}
