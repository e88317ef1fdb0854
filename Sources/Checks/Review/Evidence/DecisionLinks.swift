import Documents
import Policy

/// Where a link leads, for comparison: two ways to write the address of one thread or page are the same.
struct LinkKey: Hashable {
  private let text: String

  init(_ uri: String) {
    if let hash = ArchiveHash.all(in: uri).first {
      // A hash that was cut short is still the thread's.
      text = hash.text.prefix(Self.tellingLength).uppercased()
      return
    }
    var address = uri.prefix { $0 != "#" }
    for scheme in ["https://", "http://"] where address.lowercased().hasPrefix(scheme) {
      address = address.dropFirst(scheme.count)
    }
    while address.last == "/" { address.removeLast() }
    let host = address.prefix { $0 != "/" }
    text = host.lowercased() + address.dropFirst(host.count)
  }

  /// So many characters of a hash tell one thread from another.
  private static let tellingLength = 20
}

/// The links that one revision of a project holds, wherever they stand: what a change did not bring.
///
/// A link shows that a move was decided only if the change adds it: one that was there before was about something else.
struct KnownLinks {
  private let keys: Set<LinkKey>

  init(of state: PolicyState) {
    var keys: Set<LinkKey> = []
    for document in state.documents {
      for link in document.document.links { keys.insert(LinkKey(link.uri)) }
      for target in document.document.targets { if let uri = target.uri { keys.insert(LinkKey(uri)) } }
    }
    for platform in state.registry?.registry.platforms ?? [] {
      for uri in platform.links { keys.insert(LinkKey(uri)) }
    }
    self.keys = keys
  }

  func contains(_ uri: String) -> Bool { keys.contains(LinkKey(uri)) }
}

extension Platform {
  /// All that its record links, of its notes and of every move.
  fileprivate var links: [String] {
    let texts = [notes] + moves.compactMap { $0.notes }
    let inNotes = texts.flatMap(MarkdownInline.parse).compactMap { element -> String? in
      if case .link(_, let uri) = element { uri } else { nil }
    }
    return inNotes + moves.flatMap { $0.mailingList + [$0.council, $0.announcement].compactMap { $0 } }
  }
}
