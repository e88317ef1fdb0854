import Diagnostics

/// Links to what a review compares, on the web.
package struct ReviewLinks: Sendable {
  /// Nil where nothing is known of it: then there are no links.
  package var repository: RepositoryAddress?
  private let base: String?
  private let head: String?
  /// The commit that the head merges, by which people know the change; nil where the head is no merge into the base.
  let merged: String?
  /// Paths of files in which the merge has other lines than that commit.
  private var mergedOtherwise: Set<String> = []

  /// - Parameter files: the head's.
  init(_ sides: ReviewSides, _ files: [SourceFile]) {
    (base, head, merged) = (sides.baseCommit, sides.headCommit, sides.merged?.commit)
    guard let tree = sides.merged?.files else { return }
    for file in files {
      let bytes = try? tree.read(file.path, limit: ObjectReader.sizeLimit)
      if bytes != file.bytes { mergedOtherwise.insert(file.path) }
    }
  }

  /// Of two files, or of what is not committed.
  init() { (base, head, merged) = (nil, nil, nil) }

  func commit(_ id: String) -> String? { [base, head, merged].contains(id) ? repository?.commit(id) : nil }

  func inBase(_ location: Location?) -> String? { line(location, at: base) }

  func inHead(_ location: Location?) -> String? {
    guard let location else { return nil }
    return line(location, at: mergedOtherwise.contains(location.file) ? head : merged ?? head)
  }

  private func line(_ location: Location?, at commit: String?) -> String? {
    guard let location, let commit else { return nil }
    return RepositoryPaths.inside(location.file).flatMap {
      repository?.line(location.range.start.line, of: $0, at: commit)
    }
  }
}
