package import Policy

/// A commit that changed a file.
package struct FileRevision: Hashable, Sendable {
  /// The commit's id.
  package var commit: String
  /// The day of the commit in UTC: for a merge the day on which the change came to the branch.
  package var date: CalendarDate
  /// The first line of the message.
  package var subject: String
  /// What the file was called, from the repository's root; nil where this commit deletes it.
  package var path: String?

  /// The pull request that the message names, as code hosts write it: `… (#123)` of a squashed one, or `Merge pull
  /// request #123`.
  package var pullRequest: Int? { namedNumber.flatMap { $0 > 0 ? $0 : nil } }

  private var namedNumber: Int? {
    if subject.hasSuffix(")"), let mark = subject.lastIndex(of: "#"), subject[..<mark].hasSuffix("(") {
      return Int(subject[mark...].dropFirst().dropLast())
    }
    let merge = "Merge pull request #"
    guard subject.hasPrefix(merge) else { return nil }
    return Int(subject.dropFirst(merge.count).prefix { $0 != " " })
  }

  /// The format of `git log` that `list` reads.
  static let logFormat = "--format=%H%x00%ct%x00%s"

  /// Reads what `git log -z --name-status` prints in this format of one followed file.
  ///
  /// - Returns: in git's order, newest first.
  static func list(_ output: [UInt8]) -> [FileRevision] {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    var revisions: [FileRevision] = []
    while let commit = fields.popFirst(), let second = fields.popFirst().flatMap({ Int($0) }),
      let subject = fields.popFirst(), let status = fields.popFirst()?.drop(while: { $0 == "\n" }),
      let first = fields.popFirst()
    {
      let isPair = status.hasPrefix("R") || status.hasPrefix("C")
      let path = isPair ? fields.popFirst() : status.hasPrefix("D") ? nil : first
      guard let date = Clock.day(ofSecond: second) else { continue }
      revisions.append(FileRevision(commit: commit, date: date, subject: subject, path: path))
    }
    return revisions
  }
}
