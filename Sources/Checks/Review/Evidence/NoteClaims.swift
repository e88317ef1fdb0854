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
    let denied = Self.denials.union(Self.wishes).union(Self.pasts)
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
  private static let ends: Set<String> = ["last", "until", "through", "final", "longer", "source"]
  private static let endingStems = ["drop", "remov", "discontinu", "stop", "ceas", "end"]
}

extension Substring {
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
