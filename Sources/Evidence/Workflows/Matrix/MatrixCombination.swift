package import Diagnostics

/// One of the jobs that a matrix makes of a job: a value for each of its keys.
package struct MatrixCombination: Sendable {
  /// By key, in lower case.
  var values: [String: ExpressionValue] = [:]
  /// Where the values stand, by key.
  package var places: [String: SourceRange] = [:]

  /// A text somewhere in the values, and how to get there: `buildplat` and then 1.
  package struct Leaf: Hashable, Sendable {
    package var path: [String]
    package var text: String

    /// The key of the matrix that it belongs to.
    package var key: String { path.first ?? "" }
  }

  /// All texts, in the order of their paths.
  package var leaves: [Leaf] {
    var leaves: [Leaf] = []
    for (key, value) in values.sorted(by: { $0.key < $1.key }) { Self.collect(value, [key], into: &leaves) }
    return leaves
  }

  private static func collect(_ value: ExpressionValue, _ path: [String], into leaves: inout [Leaf]) {
    switch value {
    case .array(let values):
      for (index, value) in values.enumerated() { collect(value, path + [String(index)], into: &leaves) }
    case .object(let values, _):
      for (key, value) in values.sorted(by: { $0.key < $1.key }) { collect(value, path + [key], into: &leaves) }
    default:
      if let text = value.text, !text.isEmpty { leaves.append(Leaf(path: path, text: text)) }
    }
  }

  var context: ExpressionValue { .object(values) }
}

/// What a job's matrix comes to.
package struct MatrixExpansion: Sendable {
  /// One without values for a job that has no matrix.
  package var combinations: [MatrixCombination] = [MatrixCombination()]
  /// Why the combinations are not all that there are: the matrix is made when the workflow runs, or too large.
  package var unresolved: Located<String>?
  /// Why combinations may be missing: what `exclude` takes away is known only when the workflow runs.
  package var openExclusion: Located<String>?
  /// The entries of `exclude` with what each took away.
  package var exclusions: [Exclusion] = []

  package struct Exclusion: Sendable {
    package var range: SourceRange
    package var removed: [MatrixCombination]
  }
}
