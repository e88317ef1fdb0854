import Synchronization

/// Reads objects of a repository, all of them from one `git cat-file --batch`.
final class ObjectReader: Sendable {
  /// More than any document has, and little enough to hold.
  static let sizeLimit = 256 << 20

  private let process: Mutex<ChildProcess>

  init(_ git: Git) throws(RunFailure) {
    process = Mutex(try git.start(["cat-file", "--batch"]))
  }

  /// The objects with these names, which are anything that git takes for one: `main^{commit}`, `v2.0:README.md`. They are
  /// given to git as input, so that none of them can pass for an option.
  ///
  /// - Returns: one answer a name; nil for a name of nothing, or of several objects.
  /// - Throws: when git fails.
  func objects(_ names: [String]) throws(RunFailure) -> [GitObject?] {
    // A line end would make two requests of one, and there is no name with one.
    let asked = names.filter { !$0.utf8.contains(UInt8(ascii: "\n")) && !$0.isEmpty }
    var found = try answers(to: asked)[...]
    return names.map { name in
      name.utf8.contains(UInt8(ascii: "\n")) || name.isEmpty ? nil : found.popFirst() ?? nil
    }
  }

  func object(_ name: String) throws(RunFailure) -> GitObject? {
    try objects([name]).first ?? nil
  }

  private func answers(to names: [String]) throws(RunFailure) -> [GitObject?] {
    guard !names.isEmpty else { return [] }
    let request = Array(names.map { $0 + "\n" }.joined().utf8)
    let result: Result<[GitObject?], RunFailure> = process.withLock { process in
      do throws(ProcessFailure) {
        var stream = ObjectStream(limit: Self.sizeLimit)
        let hasAll = try process.exchange(request) { chunk in
          stream.take(chunk)
          return stream.answers.count >= names.count
        }
        if hasAll { return .success(stream.answers) }
        let status = try process.wait()
        let complaint = Git.complaint(process.errorText)
        return .failure(.cannotRun("git cannot read objects: \(complaint.isEmpty ? "status \(status)" : complaint)"))
      } catch {
        return .failure(Git.failure(error))
      }
    }
    return try result.get()
  }
}
