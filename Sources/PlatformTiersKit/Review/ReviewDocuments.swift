/// The documents that a review reads on each side.
struct ReviewDocuments: Sendable {
  enum Choice: Sendable {
    /// Those that each side's configuration lists.
    case configured
    /// Those that the command line names.
    case named
    /// The numbered ones that the change touches, as far as they list platforms.
    case changed
  }

  let choice: Choice
  /// What to read on each side; nothing where the configuration says it.
  private(set) var base: [String] = []
  private(set) var head: [String] = []
  /// Paths in the base of what is called otherwise in the head.
  private(set) var formerPaths: [String: String] = [:]
  /// The arguments that name nothing.
  private(set) var failures: [RunFailure] = []

  init(_ request: ReviewRequest, _ sides: ReviewSides, isConfigured: Bool) {
    let changes = sides.changes ?? []
    for change in changes {
      guard let old = change.old, let new = change.new, old != new else { continue }
      formerPaths[FilePaths.shown(new)] = FilePaths.shown(old)
    }
    if case .files(_, let new) = request.subject {
      choice = .named
      (base, head) = ([new], [new])
    } else if !request.arguments.isEmpty {
      choice = .named
      for argument in request.arguments { add(argument, sides) }
    } else if isConfigured {
      choice = .configured
    } else {
      choice = .changed
      for change in changes { add(change) }
    }
  }

  private mutating func add(_ argument: String, _ sides: ReviewSides) {
    if sides.head.isFolder(argument) || sides.base.isFolder(argument) {
      base += sides.base.isFolder(argument) ? sides.base.numberedDocuments(below: argument).paths : []
      head += sides.head.isFolder(argument) ? sides.head.numberedDocuments(below: argument).paths : []
      return
    }
    // As an argument '-' would be standard input.
    let path = FilePaths.shown(FilePaths.absolute(argument))
    let isInHead = sides.head.exists(path)
    if isInHead { head.append(path) }
    if let old = formerPaths[path] {
      base.append(old)
    } else if sides.base.exists(path) {
      base.append(path)
    } else if !isInHead {
      failures.append(.cannotRun("cannot read '\(argument)': it is neither in the base nor in the head"))
    }
  }

  private mutating func add(_ change: FileChange) {
    guard [change.old, change.new].compactMap(\.self).contains(where: FilePaths.isNumberedDocument) else { return }
    if let old = change.old { base.append(FilePaths.shown(old)) }
    if let new = change.new { head.append(FilePaths.shown(new)) }
  }
}
