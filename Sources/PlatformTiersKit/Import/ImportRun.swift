import Checks
import Diagnostics
package import Documents
package import Policy

/// What `import` is asked to do; names and paths as they were given.
package struct ImportRequest: Sendable {
  /// A file, or `-`.
  package var argument: String
  package var standardInputName: String?
  /// Nil: by the ending of the name.
  package var format: DocumentFormat?
  /// The most bytes that the document may have.
  package var documentLimit = FileReader.usualLimit
  /// `nep57` or a file; nil: what the configuration says, or the built-in policy.
  package var policy: String?
  /// The folder of the registry.
  package var output: String
  /// The day of the platforms' first moves; nil: the one that the document's header has.
  package var date: CalendarDate?
  /// Whether the moves are those that the document's history in git tells.
  package var takesHistory = false
  /// Whether the files of a registry that is there are overwritten.
  package var isForced = false

  package init(argument: String, output: String) {
    self.argument = argument
    self.output = output
  }

  fileprivate var project: ProjectRequest {
    var project = ProjectRequest(.named([argument]))
    project.standardInputName = standardInputName
    project.format = format
    project.documentLimit = documentLimit
    project.policy = policy
    return project
  }
}

/// Makes a registry of a document and writes its files.
package enum ImportRun {
  /// Says on standard error what was written and what was not.
  ///
  /// - Throws: when there is nothing to import, or a registry is there already; nothing is written then.
  package static func run(_ request: ImportRequest) throws(RunFailure) -> ExitStatus {
    try check(request)
    let document = try ProjectLoader.document(request.project)
    let (read, policy) = (document.content, document.settings.policy)
    guard read.located.rowCount > 0 else {
      throw .cannotRun(
        "'\(document.source.path)' lists no platforms by \(policy.name); name its policy with '--policy'")
    }
    let moves = try moves(in: read, request, by: policy)
    var imported = RegistryImport(
      read.document, in: read.file, located: read.located, policy: policy, moves: moves.of
    ).imported()
    imported.remarks += moves.remarks
    let files = RegistryOutput(request.output, isForced: request.isForced)
    let left = try files.write(imported.registry, policyFile: document.settings.policyFile?.bytes)
    report(imported, left: left, request)
    return imported.omissions.isEmpty ? .success : .findings
  }

  private static func check(_ request: ImportRequest) throws(RunFailure) {
    guard request.takesHistory else { return }
    if request.argument == "-" {
      throw .wrongUsage("git knows no history of standard input; name a file with '--history'")
    }
    if request.date != nil {
      throw .wrongUsage("'--history' takes the days of the moves from git; leave '--date' out, or '--history'")
    }
  }

  private typealias Moves = (of: (LocatedRow) -> [Move], remarks: [String])

  private static func moves(
    in document: LocatedDocument, _ request: ImportRequest, by policy: Policy
  ) throws(RunFailure) -> Moves {
    let path = document.file.path
    if request.takesHistory {
      let history = try HistoricalMoves(of: document, format: request.format, policy: policy, today: try Clock.day())
      return (history.moves, history.remarks)
    }
    let date = if let given = request.date { given } else { try day(of: document.document, at: path, by: policy) }
    let remark = "imported from \(FilePaths.name(of: path))"
    return ({ [Move(date: date, to: $0.place.id, remark: remark)] }, [])
  }

  /// The day that the document's header has: its tables cannot say anything older.
  private static func day(
    of document: PolicyDocument, at path: String, by policy: Policy
  ) throws(RunFailure) -> CalendarDate {
    let names = policy.document.header.filter { $0.value == .date }.map { $0.name } + [usualDateField]
    for name in names {
      let field = document.fields.first { $0.name.folded == name.folded }
      if let date = field.flatMap({ CalendarDate(inHeader: $0.value) }) { return date }
    }
    throw .wrongUsage(
      "'\(path)' does not say when it was '\(names[0])'; give '--date' with the day since which its tables hold")
  }

  /// What proposals of any project call it.
  private static let usualDateField = "Created"

  private static func report(_ imported: RegistryImport.Result, left: [String], _ request: ImportRequest) {
    for omission in imported.omissions { ErrorOutput.note("left out: \(omission)") }
    for remark in imported.remarks { ErrorOutput.note(remark) }
    for path in left { ErrorOutput.note("'\(path)' is still there, and the document does not list it") }
    let platforms = imported.registry.platforms.count
    let people = imported.registry.people.count
    ErrorOutput.note(
      "wrote \(platforms) platform\(platforms == 1 ? "" : "s") and \(people) \(people == 1 ? "person" : "people") to "
        + "'\(request.output)'; 'platform-tiers lint --registry \(request.output)' lists what the document does not say"
    )
  }
}
