/// The documents that a review reads on each side.
struct ReviewDocuments: Sendable {
  /// Whether they are the numbered ones that the change touches, of which only those count that list platforms.
  let areChanged: Bool
  /// Whether they are those that each side's configuration lists.
  private let areListed: Bool
  /// What to read on each side otherwise.
  private var basePaths: [String] = []
  private var headPaths: [String] = []
  /// Paths in the base of what is called otherwise in the head.
  private(set) var formerPaths: [String: String] = [:]
  /// The arguments that name nothing.
  private(set) var failures: [RunFailure] = []

  var base: ProjectRequest.DocumentChoice { areListed ? .listed : .named(basePaths) }
  var head: ProjectRequest.DocumentChoice { areListed ? .listed : .named(headPaths) }

  /// - Parameter areListed: whether the head's configuration lists documents.
  init(_ request: ReviewRequest, _ sides: ReviewSides, areListed: Bool) {
    var isNamed = !request.arguments.isEmpty
    if case .files = request.subject { isNamed = true }
    self.areListed = areListed && !isNamed
    areChanged = !areListed && !isNamed
    let changes = sides.changes ?? []
    for change in changes {
      guard let old = change.old, let new = change.new, old != new else { continue }
      formerPaths[FilePaths.shown(new)] = FilePaths.shown(old)
    }
    if case .files(_, let new) = request.subject {
      (basePaths, headPaths) = ([new], [new])
    } else if areChanged {
      for change in changes { add(change) }
    } else {
      for argument in request.arguments { add(argument, sides) }
    }
  }

  /// Whether the change touches none of the documents that there are.
  func isUntouched(_ sides: ReviewSides) -> Bool {
    areChanged
      && [sides.head, sides.base].contains { !$0.numberedDocuments(below: sides.root ?? ".").paths.isEmpty }
  }

  private mutating func add(_ argument: String, _ sides: ReviewSides) {
    if sides.head.isFolder(argument) || sides.base.isFolder(argument) {
      basePaths += numberedDocuments(below: argument, in: sides.base)
      headPaths += numberedDocuments(below: argument, in: sides.head)
      return
    }
    // As an argument '-' would be standard input.
    let path = FilePaths.shown(FilePaths.absolute(argument))
    let isInHead = sides.head.exists(path)
    if isInHead { headPaths.append(path) }
    if let old = formerPaths[path] {
      basePaths.append(old)
    } else if sides.base.exists(path) {
      basePaths.append(path)
    } else if !isInHead {
      failures.append(.cannotRun("cannot read '\(argument)': it is neither in the base nor in the head"))
    }
  }

  private mutating func numberedDocuments(below folder: String, in files: any FileTree) -> [String] {
    guard files.isFolder(folder) else { return [] }
    let listing = files.numberedDocuments(below: folder)
    failures += listing.failures
    return listing.paths
  }

  private mutating func add(_ change: FileChange) {
    guard [change.old, change.new].compactMap({ $0 }).contains(where: FilePaths.isNumberedDocument) else { return }
    if let old = change.old { basePaths.append(FilePaths.shown(old)) }
    if let new = change.new { headPaths.append(FilePaths.shown(new)) }
  }
}
