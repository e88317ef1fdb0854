import Checks
import Diagnostics
import Evidence
package import Policy

/// What is known of a registry and of evidence besides their contents: the commits that they are of, and where their files
/// can be looked at.
package struct RegistrySource: Sendable {
  /// The last commit that changed the registry, and its day.
  package private(set) var commit: String?
  package private(set) var day: CalendarDate?
  /// The commits that workflows were read at, by repository.
  package private(set) var commits: [String: String] = [:]
  /// What the files that pages speak of are called.
  package private(set) var files = PublishedFiles()
  /// Where the pages are published, with a slash at its end.
  package var address: String?
  /// What a path from the registry's folder stands behind where its file can be edited.
  package var editAddress: String?

  package init() {}

  /// Of a registry on disk; without git its files have names and no addresses.
  package init(of registry: SoundRegistry) {
    let paths = registry.files.map(\.path)
    guard let platform = registry.places.values.map(\.file.path).min() else { return }
    // `registry/platforms/haiku.yaml`
    let folder = FilePaths.folder(of: FilePaths.folder(of: platform))
    let committed = CommittedFolder(folder)
    if let change = committed?.lastChange(in: folder) { (commit, day) = (change.commit, change.day) }
    let name = FilePaths.name(of: FilePaths.absolute(folder))
    for (path, file) in zip(paths, registry.files) {
      let inside =
        FilePaths.relative(FilePaths.absolute(path), to: FilePaths.absolute(folder)) ?? FilePaths.name(of: path)
      let published = committed.flatMap { $0.committedPath(path, file.bytes) }
      let address = committed.flatMap { folder in
        folder.repository.flatMap { repository in
          published.map { CommittedFolder.address(repository, folder.commit, $0) }
        }
      }
      files.add(path, as: published ?? "\(name)/\(inside)", address: address)
    }
  }

  /// The files of evidence.
  ///
  /// - Parameter own: the repository of workflows that were given without one.
  mutating func add(_ request: EvidenceRequest, of evidence: AuditEvidence, own: String?) {
    for path in [request.index, request.usage, request.prerequisites].compactMap({ $0 }) {
      files.add(path, as: FilePaths.name(of: path))
    }
    for location in request.workflows {
      guard let repository = location.repository ?? own else { continue }
      files.add(location.folder, as: repository)
      let committed = CommittedFolder(location.folder).flatMap { folder in
        folder.root == FilePaths.real(location.folder) ? folder : nil
      }
      // Of what lies in another repository, that one's commit says nothing.
      let commit = location.commit ?? committed?.commit
      if let commit { commits[repository] = commit }
      for sources in evidence.workflows where sources.repository == repository {
        for file in sources.workflows + sources.configurations {
          let isCommitted =
            location.commit != nil || committed?.committedPath(file.source.path, file.source.bytes) != nil
          files.add(
            file.source.path, as: "\(repository)/\(file.path)",
            address: isCommitted ? commit.map { CommittedFolder.address(repository, $0, file.path) } : nil)
        }
      }
    }
  }
}
