import Checks
import Diagnostics
import Policy

/// Reports a registry's file that cannot be read. `RegistryFolder` finds it; in its examples `->` stands for a symbolic
/// link, since no text could show one.
enum UnreadableFile {
  static let description = Rule(
    id: "unreadable-file", family: .registry, severity: .error,
    summary: "a file of the registry cannot be read, or is larger than anybody writes",
    rationale: """
      A platform whose file cannot be read has no place and no duties, and every check would pass it by in silence. A \
      link that leads to itself, a folder, or a file of many megabytes is a slip, not a platform. (In the examples, '->' \
      stands for a symbolic link, and what follows it for where it leads.)
      """,
    remedy: "Mend the file or its permissions, or remove it.",
    accepted: [
      .files(
        """
        --- platforms/haiku.yaml
        -> beos.yaml
        --- platforms/beos.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: known-interest}]
        """)
    ],
    flagged: [
      .files(
        """
        --- platforms/haiku.yaml
        ↓-> haiku.yaml
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: known-interest}]
        --- platforms/plan-9.yaml
        ↓-> ../lost/plan-9.yaml
        """),
    ])

  /// - Parameter reason: that of the failed attempt.
  static func diagnostic(_ reason: String, in path: String) -> Diagnostic {
    FileFault.unreadableFile.diagnostic(
      reason + "; mend or remove it", in: SourceFile(path: path, bytes: []), at: .fileStart)
  }

  static func findings(inExample files: [SourceFile]) -> [Diagnostic] {
    files.compactMap { file in
      let text = String(decoding: file.line(1), as: UTF8.self)
      guard text.hasPrefix("-> ") else { return nil }
      let target = FilePaths.join(FilePaths.folder(of: file.path), String(text.dropFirst(3)))
      let isLoop = target == file.path
      guard isLoop || !files.contains(where: { $0.path == target }) else { return nil }
      return diagnostic(
        "cannot read '\(file.path)': \(SystemCall.text(isLoop ? .endlessLink : .missing))", in: file.path)
    }
  }
}
