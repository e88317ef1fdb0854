import Diagnostics
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

/// Where the policy has its decisions. The whole address has to be there: the same path on another host is another place.
struct DecisionPlaces {
  let conventions: DocumentConventions

  init(_ conventions: DocumentConventions) { self.conventions = conventions }

  /// Whether an address is that of a thread or message of the policy's list, and not of the list as such.
  func isOnMailingList(_ uri: String) -> Bool {
    if uri.hasBytes("/archives/list/"), ArchiveHash.all(in: uri).isEmpty { return false }
    guard let archive = conventions.mailingList else {
      let steps = uri.split(separator: "/")
      return steps.contains("archives") || steps.firstIndex(of: "pipermail").map { steps.count > $0 + 2 } ?? false
    }
    // What messages and threads are called has digits, or is a hash.
    return Self.steps(of: uri, below: archive).contains {
      $0.contains(where: { $0.isNumber }) || $0.utf8.count >= ArchiveHash.length - 2
    }
  }

  /// Whether a decision of somebody else than the list can be read there: on the list, in an issue, a pull request or a
  /// discussion of the policy's repository, or below one of the addresses that it names. Any page is where it names none
  /// of them.
  func holdsDecision(_ uri: String) -> Bool {
    if isOnMailingList(uri) || conventions.decisions.contains(where: { !Self.steps(of: uri, below: $0).isEmpty }) {
      return true
    }
    guard let repository = conventions.issueRepository else {
      return conventions.mailingList == nil && conventions.decisions.isEmpty
    }
    let steps = Self.steps(of: uri, below: "https://github.com/" + repository)
    guard let kind = steps.first, steps.count > 1 else { return false }
    return ["issues", "pull", "discussions"].contains(kind) && steps[steps.startIndex + 1].first?.isNumber ?? false
  }

  /// The steps of an address behind those of another; empty where it is not below that.
  private static func steps(of uri: String, below root: String) -> ArraySlice<String> {
    let (address, root) = (steps(of: uri), steps(of: root))
    return !root.isEmpty && address.starts(with: root) ? address.dropFirst(root.count) : []
  }

  /// The host, in lower case, and the steps of the path, without what stands behind `#`.
  private static func steps(of uri: String) -> [String] {
    let parts = uri.prefix { $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3, ["https:", "http:"].contains(parts[0].lowercased()), parts[1].isEmpty else { return [] }
    let path = parts.dropFirst(3).filter { !$0.isEmpty }
    return [parts[2].lowercased()] + path.map { withAtSign($0) }
  }
  /// `%40` is how some archives write the sign in their list's name.
  private static func withAtSign(_ step: Substring) -> String {
    var (text, rest) = ("", step)
    while let escape = rest.firstRange(ofBytes: "%40") {
      text += rest[..<escape.lowerBound] + "@"
      rest = rest[escape.upperBound...]
    }
    return text + rest
  }
}
