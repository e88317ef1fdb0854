import Checks
import Diagnostics
import Policy

/// The history of a document's platforms for a person: a paragraph for each commit that moved something.
package struct HistoryText {
  private let document: DocumentHistory
  private let wording: MoveWording

  package init(_ document: DocumentHistory) {
    self.document = document
    wording = MoveWording(policy: document.policy)
  }

  package var text: String {
    let all = document.history.steps
    guard all.contains(where: { !$0.moves.isEmpty }) else {
      return "\(VisibleText.of(document.path)) has listed no platform so far, as far as the policy tells: \(all.count) "
        + "commit\(all.count == 1 ? "" : "s") read\n"
    }
    return document.steps.map { step in
      let revision = document.revisions[step.name]
      let headline = "\(step.date)  \(step.name.prefix(10))  \(VisibleText.of(revision?.subject ?? ""))"
      return headline + "\n" + sentences(step).map { "  \(VisibleText.of($0))\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Platforms that are new together in a place are told in one sentence.
  private func sentences(_ step: PlatformHistory.Step) -> [String] {
    let added = step.moves.filter { $0.kind == .added }
    let places = document.policy.places.map { $0.id }.filter { id in added.contains { $0.to == id } }
    if document.unread.contains(step.name) {
      return step.moves.map(wording.sentence) + ["no tier or list was read in this commit"]
    }
    let listed = places.map { id in
      "\(wording.place(id) ?? id): new are \(added.filter { $0.to == id }.map { $0.subject }.joined(separator: ", "))"
    }
    let new = Set(added.map { $0.subject })
    let others = step.moves.filter { move in
      // That a new platform gets what its tier gives goes without saying.
      move.kind == .added ? !places.contains(move.to ?? "") : move.kind != .wheelsGained || !new.contains(move.subject)
    }
    return listed + others.map(wording.sentence)
  }
}
