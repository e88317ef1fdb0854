import Policy

/// What became of one platform, as the documents and the registry tell it.
struct PlatformChange: Sendable {
  /// One for each document that tells of it alike.
  var documents: [EntryChange] = []
  var registry: EntryChange?

  /// All that is told, documents first.
  var told: [EntryChange] { documents + [registry].compactMap(\.self) }

  /// Whose story counts: a document's where it tells one.
  var main: EntryChange? { documents.first { $0.changesPlace } ?? (changesInRegistry ? registry : told.first) }

  private var changesInRegistry: Bool { registry?.changesPlace ?? false }

  var name: String { main?.name ?? "" }
  var from: Place? { main?.from }
  var to: Place? { main?.to }

  /// The entries of the head, documents first.
  var heads: [Entry] { told.compactMap(\.head) }

  /// The moves, each once: what documents and registry tell alike is one move with both places.
  func moves(policy: Policy) -> [ReviewedMove] {
    var merged: [ReviewedMove] = []
    for change in told {
      for move in change.moves(policy: policy) {
        let same = merged.firstIndex { $0.kind == move.kind && $0.from == move.from && $0.to == move.to }
        guard let same else {
          merged.append(move)
          continue
        }
        merged[same].base = merged[same].base ?? move.base
        merged[same].head = merged[same].head ?? move.head
        merged[same].registryBase = merged[same].registryBase ?? move.registryBase
        merged[same].registryHead = merged[same].registryHead ?? move.registryHead
      }
    }
    return merged
  }
}
