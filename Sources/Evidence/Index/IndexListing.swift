package import Diagnostics
package import Policy

/// What an index has of a project.
package struct IndexListing: Sendable {
  package let file: SourceFile
  /// As the index writes it; nil where the listing does not say.
  package let project: String?
  /// By version, oldest first.
  package let releases: [IndexRelease]
  /// Whether it was read to its end. What an incomplete one does not have may be on the index all the same.
  package let isComplete: Bool

  init(file: SourceFile, project: String?, files: [IndexFile], isComplete: Bool) {
    self.file = file
    self.project = project
    self.isComplete = isComplete
    var groups: [ReleaseVersion: [IndexFile]] = [:]
    for file in files { groups[file.version, default: []].append(file) }
    releases = groups.values.compactMap { IndexRelease($0) }.sorted { $0.version < $1.version }
  }

  package func release(_ version: ReleaseVersion) -> IndexRelease? { releases.first { $0.version == version } }

  /// The newest release that is final and not withdrawn; nil where there is none.
  package var newestFinal: IndexRelease? { releases.last { !$0.version.isPreRelease && !$0.isYanked } }
}

/// The files of one version.
package struct IndexRelease: Hashable, Sendable {
  package let version: ReleaseVersion
  /// In the order of the listing.
  package let files: [IndexFile]

  /// Nil where there are no files.
  init?(_ files: [IndexFile]) {
    guard let first = files.first else { return nil }
    version = first.version
    self.files = files
  }

  /// Whether all of it is withdrawn.
  package var isYanked: Bool { files.allSatisfy { $0.isYanked } }

  /// The day on which it was made: that of its first file. Nil where no file says.
  package var date: CalendarDate? { files.compactMap { $0.uploaded }.min() }

  /// The wheels that are to be had: those withdrawn count only where the whole release is.
  package var wheels: [IndexFile] {
    let isYanked = isYanked
    return files.filter { $0.wheel != nil && (isYanked || !$0.isYanked) }
  }
}
