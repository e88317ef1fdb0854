/// A page that must not get longer than it may: what does not fit is left out whole, and counted.
struct BoundedText {
  /// Entries that belong together, between a beginning and an end that are there only with an entry.
  struct Section {
    var opening: String
    var entries: [String]
    var closing = ""
    /// The most bytes that it may take.
    var limit = Int.max
  }

  private(set) var text = ""
  /// How many entries were left out.
  private(set) var omitted = 0
  private let limit: Int

  /// - Parameter limit: in bytes of UTF-8, of which there are no fewer than characters.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ section: Section) {
    guard !section.entries.isEmpty else { return }
    var room = min(section.limit, limit - text.utf8.count) - section.opening.utf8.count - section.closing.utf8.count
    let kept = section.entries.prefix { entry in
      room -= entry.utf8.count
      return room >= 0
    }
    omitted += section.entries.count - kept.count
    guard !kept.isEmpty else { return }
    text += section.opening + kept.joined() + section.closing
  }
}
