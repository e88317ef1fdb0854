import Diagnostics
import Documents
import Policy

/// What to type, in the language of the file that a finding is in.
struct Advice {
  let policy: Policy
  /// Nil for a file of the registry.
  let format: DocumentFormat?
  /// The platform's name, in the letters that a link's name may have.
  private let name: String

  init(for change: PlatformChange, in state: PolicyState) {
    policy = state.policy
    name = String(change.name.filter { $0.isLetter || $0.isNumber || " -./()".contains($0) })
    let listed = change.heads.lazy.compactMap { state.document(of: $0).map { state.documents[$0].document.format } }
    // A platform that is gone from a document is missing there, and not in a registry that nobody has.
    format = listed.first ?? (change.registry == nil ? state.documents.first?.document.format : nil)
  }

  /// `NEP 57: REASON; WHO does WHAT`.
  func help(_ because: String, _ action: String) -> String {
    because.isEmpty ? action : "\(policy.name): \(because); \(action)"
  }

  /// How to link the discussion on the mailing list.
  var mailingList: String {
    let archive = policy.document.mailingList ?? "https://lists.example/archives/list/LIST/"
    return link(
      name + " discussion", key: "mailing-list", archive + (archive.hasSuffix("/") ? "" : "/") + "thread/HASH/")
  }

  var council: String {
    link("Steering Council on " + name, key: "council", "https://…")
  }

  private func link(_ label: String, key: String, _ uri: String) -> String {
    switch format {
    case .restructuredText:
      "write '`\(label)`_' into the note and '.. _\(label): \(uri)' below, beside the other targets"
    case .markdown: "write '[\(label)](\(uri))' into the note"
    case nil: "add '\(key): \(uri)' to its last move"
    }
  }

  /// How to give the first release that a move applies to, and what becomes of the wheels.
  func release(_ missing: Set<MoveDemand.Evidence>) -> String {
    switch format {
    case nil where missing.contains(.note):
      "add 'release: X.Y.0' to its last move, and 'no wheels from X.Y.0 on' to 'notes'"
    case nil: "add 'release: X.Y.0' to its last move"
    case _ where missing.contains(.note): "write 'no wheels from X.Y.0 on' into the note"
    default: "write the first release without them into the note: 'no wheels from X.Y.0 on'"
    }
  }
}

extension ReviewedChange {
  var name: String { change.name }

  /// Where a finding about the platform stands: its row, its file, or the heading that it stood under.
  func spot(in context: ReviewContext) -> Location {
    if let main = change.main?.head ?? change.heads.first { return main.location }
    for (index, document) in context.head.documents.enumerated() {
      let listing = document.located.listings.first { $0.place.id == change.from?.id }
      if let listing {
        return Location(file: context.head.documents[index].file.path, range: listing.heading.titleRange)
      }
    }
    let file = context.head.documents.first?.file.path ?? change.parts.first?.base?.location.file ?? ""
    return Location(file: file, range: .fileStart)
  }

  /// The row, or the file's start, in which a rule of `lint` would report the same.
  var wholeRow: SourceRange? { (change.main?.head ?? change.heads.first)?.row?.range }

  /// From where to where, for messages.
  var journey: String { Self.journey(from: change.from, to: change.to) }

  static func journey(from: Place?, to: Place?) -> String {
    switch (from, to) {
    case (let from?, let to?): "moves from \(from.name.quoted) to \(to.name.quoted)"
    case (nil, let to?): "enters \(to.name.quoted)"
    case (let from?, nil): "leaves \(from.name.quoted)"
    case (nil, nil): "is listed nowhere"
    }
  }
}
