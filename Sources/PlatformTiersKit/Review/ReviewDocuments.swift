/// The documents that a review reads on each side.
struct ReviewDocuments: Sendable {
  /// Whether they are the numbered ones, of which only those count that list platforms.
  let areNumbered: Bool
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
    areNumbered = !areListed && !isNamed
    let changes = sides.changes ?? []
    for change in changes {
      guard let old = change.old, let new = change.new, old != new else { continue }
      formerPaths[FilePaths.shown(new)] = FilePaths.shown(old)
    }
    if case .files(_, let new) = request.subject {
      (basePaths, headPaths) = ([new], [new])
    } else if areNumbered {
      for change in changes { add(change) }
      // What the change leaves as it is may be read otherwise after it, by another policy. A file that git does not know
      // is in no base.
      let touched = Set(basePaths + headPaths)
      let others = sides.base.numberedDocuments(below: sides.root ?? ".").paths.map(FilePaths.shown)
      let untouched = others.filter { !touched.contains($0) && sides.head.exists($0) }
      basePaths += untouched
      headPaths += untouched
    } else {
      for argument in request.arguments { add(argument, sides) }
    }
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
