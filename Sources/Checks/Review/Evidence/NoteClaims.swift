import Diagnostics

/// What the sentences of a note say of CI and wheels, by their words.
///
/// A sentence counts only for what it says plainly of now: one that denies, wishes or tells of the past shows nothing.
extension String {
  /// The sentences and clauses of a text, as they are written.
  var clauses: [Substring] {
    split { ";,\n".contains($0) }.flatMap { $0.splitIntoSentences() }
  }

  /// `Runs on regular runners`, `tested in CI`, `.github/workflows/linux.yml`.
  var claimsCI: Bool {
    let text = lowercased()
    let words = text.split { !$0.isLetter && $0 != "'" }.map(String.init)
    let names = Set(["ci", "runner", "runners", "workflow", "workflows", "buildbot", "buildbots"])
    guard words.contains(where: names.contains) || text.hasBytes("github actions") else { return false }
    let denied = Self.denials.union(Self.wishes).union(Self.pasts).union(Self.limits)
    return !words.contains(where: denied.contains) && !text.hasBytes("used to")
  }

  /// `No wheels from 2.6.0 on`, `wheels until 2.5.x`.
  var saysThatWheelsEnd: Bool {
    let words = lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    guard words.contains(where: { $0 == "wheel" || $0 == "wheels" }) else { return false }
    let ends = Self.denials.union(Self.ends)
    return words.contains { word in ends.contains(word) || Self.endingStems.contains { word.hasPrefix($0) } }
  }

  private static let denials: Set<String> = [
    "no", "not", "never", "without", "isn't", "aren't", "don't", "doesn't", "won't", "lacks", "lacking", "missing",
  ]
  private static let wishes: Set<String> = [
    "need", "needs", "needed", "want", "wants", "wanted", "looking", "planned", "planning", "plan", "todo", "tbd",
    "soon", "future", "will", "would", "should", "could", "if", "once", "maybe", "hopefully", "proposed", "requested",
  ]
  private static let pasts: Set<String> = [
    "was", "were", "ran", "had", "former", "formerly", "previously", "until", "broken", "disabled", "closed", "removed",
    "stopped", "ended", "gone", "defunct",
  ]
  /// Whether a text says that something was not agreed on, or not yet: `rejected by the council`, `approval pending`.
  var deniesDecision: Bool {
    let words = lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    return words.contains { word in
      Self.denials.contains(word) || Self.openings.contains(word) || Self.refusalStems.contains { word.hasPrefix($0) }
    }
  }

  /// Whether a text may take back what a tier promises: a limit, a denial or an end, of CI, tests, wheels or support.
  var takesBack: Bool {
    let words = lowercased().split { !$0.isLetter && $0 != "'" && $0 != "-" }.map(String.init)
    if words.contains(where: { word in Self.takings.contains { word.hasPrefix($0) } }) { return true }
    let pairs = zip(words, words.dropFirst()).map { $0 + " " + $1 }
    if pairs.contains(where: Self.takingPairs.contains) { return true }
    let about = words.contains { word in Self.dutyStems.contains { word.hasPrefix($0) } || word == "ci" }
    let limited = Self.denials.union(Self.limits).union(["until", "till"])
    return about
      && words.contains { word in limited.contains(word) || Self.endingStems.contains { word.hasPrefix($0) } }
  }

  var speaksOfWheels: Bool { lowercased().split { !$0.isLetter }.contains { $0 == "wheel" || $0 == "wheels" } }

  /// `Expected to move to unsupported`: what is to come takes nothing back yet.
  var isPlanned: Bool {
    lowercased().split { !$0.isLetter }.contains {
      ["will", "planned", "planning", "expected", "proposed"].contains($0)
    }
  }

  private static let openings: Set<String> = [
    "against", "asked", "asks", "requested", "proposed", "will", "would", "should", "if", "once", "undecided", "tbd",
    "todo", "soon", "planned", "needs", "need", "seeking", "wanted", "unclear",
  ]
  private static let refusalStems = [
    "reject", "refus", "declin", "denied", "denies", "deny", "oppos", "object", "veto", "disapprov", "disagre",
    "postpon", "defer", "withdr", "await", "pending", "revok", "turned",
  ]
  private static let limits: Set<String> = [
    "only", "longer", "except", "sometimes", "occasionally", "manually", "off", "failing", "fails", "red", "paused",
    "suspended", "discontinued", "dropped", "retired", "optional", "rarely", "irregularly", "skipped", "instead",
    "elsewhere", "last", "final", "conda", "conda-forge", "downstream", "community", "ceased", "stops", "quit",
  ]
  /// What is enough by itself.
  private static let takings = [
    "unmaintain", "unsupport", "untest", "deprecat", "provisional", "abandon", "orphan", "sunset", "best-effort",
    "discontinu", "retired", "dropped", "obsolete", "defunct", "former", "experimental", "unofficial", "broken",
    "disabled", "frozen", "instead", "inactive",
    "emerit", "eol", "third-party", "previously",
  ]
  private static let takingPairs: Set<String> = [
    "best effort", "no longer", "from source", "end of", "stepped down", "on hold",
  ]
  private static let dutyStems = [
    "wheel", "sdist", "test", "build", "built", "releas", "publish", "support", "maintain", "binar", "runner",
    "workflow",
  ]
  private static let ends: Set<String> = ["last", "until", "through", "final", "longer", "source"]
  private static let endingStems = ["drop", "remov", "discontinu", "stop", "ceas", "end"]
}

extension Substring {
  var takesBack: Bool { String(self).takesBack }

  /// Cut behind a full stop that a space follows: `2.6.0` stays whole.
  fileprivate func splitIntoSentences() -> [Substring] {
    var sentences: [Substring] = []
    var start = startIndex
    var previous: Character = " "
    for index in indices {
      if self[index].isWhitespace, ".!?".contains(previous) {
        sentences.append(self[start..<index])
        start = self.index(after: index)
      }
      previous = self[index]
    }
    return sentences + [self[start...]]
  }
}
