import Diagnostics

/// A matrix with its values read, and not yet combined.
struct MatrixSource {
  struct Axis {
    /// In lower case.
    var key: String
    var values: [Located<ExpressionValue>]
  }

  /// An element of `include` or `exclude`.
  struct Entry {
    var values: [String: ExpressionValue]
    var places: [String: SourceRange]
    var range: SourceRange

    init?(_ value: ExpressionValue, at range: SourceRange) {
      guard case .object(let values, _) = value else { return nil }
      self.values = values
      self.range = range
      places = values.mapValues { _ in range }
    }
  }

  var axes: [Axis] = []
  var include: [Entry] = []
  var exclude: [Entry] = []
  var unresolved: Located<String>?
  var openExclusion: Located<String>?

  /// How many combinations the keys alone have; nil beyond what can be counted.
  var size: Int? {
    var size = 1
    for axis in axes {
      let (product, overflows) = size.multipliedReportingOverflow(by: axis.values.count)
      guard !overflows else { return nil }
      size = product
    }
    return size
  }

  var expanded: MatrixExpansion {
    var expansion = MatrixExpansion(combinations: combined, unresolved: unresolved, openExclusion: openExclusion)
    expansion.exclusions = exclude.map { MatrixExpansion.Exclusion(range: $0.range, removed: []) }
    expansion.combinations.removeAll { combination in
      guard let index = exclude.firstIndex(where: { $0.excludes(combination) }) else { return false }
      expansion.exclusions[index].removed.append(combination)
      return true
    }
    add(to: &expansion.combinations)
    return expansion
  }

  /// In GitHub's order: the last key changes first.
  private var combined: [MatrixCombination] {
    guard !axes.isEmpty else { return [] }
    var combinations = [MatrixCombination()]
    for axis in axes {
      combinations = combinations.flatMap { combination in
        axis.values.map { value in
          var longer = combination
          longer.values[axis.key] = value.value
          longer.places[axis.key] = value.range
          return longer
        }
      }
    }
    return combinations
  }

  /// An entry joins every combination whose own values it leaves as they are, and is one of its own where there is none.
  /// What it adds may be changed by entries below it.
  private func add(to combinations: inout [MatrixCombination]) {
    let keys = Set(axes.map { $0.key })
    let originals = combinations.count
    for entry in include {
      let own = entry.values.filter { keys.contains($0.key) }
      var isAdded = false
      for index in 0..<originals where own.allSatisfy({ $1.matches(combinations[index].values[$0] ?? .null) }) {
        isAdded = true
        let added = combinations[index]
        combinations[index].values = added.values.replaced(by: entry.values.filter { !keys.contains($0.key) })
        combinations[index].places = added.places.replaced(by: entry.places.filter { !keys.contains($0.key) })
      }
      if !isAdded { combinations.append(MatrixCombination(values: entry.values, places: entry.places)) }
    }
  }
}

extension MatrixSource.Entry {
  /// A part of a combination is enough.
  fileprivate func excludes(_ combination: MatrixCombination) -> Bool {
    !values.isEmpty && values.allSatisfy { key, pattern in combination.values[key].map(pattern.matches) ?? false }
  }
}
