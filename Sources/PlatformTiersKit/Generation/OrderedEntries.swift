import Policy

/// The rows or items of a table or list, with the platforms that they list.
struct OrderedEntries<Element> {
  private struct Standing {
    var element: Element
    /// Nil for what lists no platform, and goes on with the row above.
    var standing: RegistryTables.Standing?
    var isVariant: Bool
  }

  private var standing: [Standing] = []
  private var arrivals: [(element: Element, standing: RegistryTables.Standing)] = []

  /// What the last of them lists.
  var last: RegistryTables.Standing? { standing.last?.standing }

  /// - Parameter isVariant: whether it has its name from the row above.
  mutating func append(_ element: Element, _ standing: RegistryTables.Standing?, isVariant: Bool = false) {
    self.standing.append(Standing(element: element, standing: standing, isVariant: isVariant))
  }

  mutating func add(_ element: Element, _ standing: RegistryTables.Standing) {
    arrivals.append((element, standing))
  }

  /// What is new follows what is of the same tier. Where that stands in the order of its moves, so does what is new: a
  /// platform whose last move was taken back stands where it did.
  var elements: [Element] {
    let tiers = Dictionary(grouping: standing.indices.filter { standing[$0].standing != nil }) {
      standing[$0].standing?.move.to ?? ""
    }
    let ordered = Set(tiers.filter { isInOrder($1) }.keys)
    let end = tiers.values.compactMap(\.last).max() ?? standing.count - 1
    var following: [Int: [Element]] = [:]
    for (element, arrival) in arrivals {
      let tier = tiers[arrival.move.to] ?? []
      let next = ordered.contains(arrival.move.to) ? tier.first { isLater($0, than: arrival) } : nil
      following[next.map { $0 - 1 } ?? tier.last ?? end, default: []].append(element)
    }
    var elements = following[-1] ?? []
    for (index, entry) in standing.enumerated() {
      elements.append(entry.element)
      elements += following[index] ?? []
    }
    return elements
  }

  private func isInOrder(_ tier: [Int]) -> Bool {
    let dates = tier.compactMap { standing[$0].standing?.move.date }
    return zip(dates, dates.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private func isLater(_ index: Int, than arrival: RegistryTables.Standing) -> Bool {
    guard let other = standing[index].standing, !standing[index].isVariant else { return false }
    return arrival.move.date < other.move.date
  }
}
