/// The combinations of a matrix that are a platform's, by the words that the registry has for them.
///
/// Words of the same place in the matrix are alternatives (`cp314t` and `cp315t`), words of different places belong
/// together (`macos-14` and `3.15t-dev`).
package struct MatrixSelection {
  private var groups: [Set<String>] = []
  /// Words that stand nowhere in the matrix.
  package private(set) var strangers: [String] = []

  package init(_ words: [String], in combinations: [MatrixCombination]) {
    var paths: [String: Set<[String]>] = [:]
    for leaf in combinations.flatMap({ $0.leaves }) where words.contains(leaf.text) {
      paths[leaf.text, default: []].insert(leaf.path)
    }
    var taken: [(words: Set<String>, paths: Set<[String]>)] = []
    for word in words {
      guard let own = paths[word] else {
        strangers.append(word)
        continue
      }
      if let index = taken.firstIndex(where: { !$0.paths.isDisjoint(with: own) }) {
        taken[index].words.insert(word)
        taken[index].paths.formUnion(own)
      } else {
        taken.append(([word], own))
      }
    }
    groups = taken.map { $0.words }
  }

  package func contains(_ combination: MatrixCombination) -> Bool {
    guard !groups.isEmpty else { return true }
    let texts = Set(combination.leaves.map { $0.text })
    return groups.allSatisfy { !$0.isDisjoint(with: texts) }
  }
}
