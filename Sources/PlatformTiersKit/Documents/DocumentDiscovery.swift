package import Documents

/// Turns FILE arguments into documents.
package struct DocumentDiscovery {
  /// In the order of the arguments, and in a folder in the order of their paths; none twice.
  package private(set) var documents: [DocumentSource] = []
  /// The arguments that give none, and why.
  package private(set) var failures: [RunFailure] = []
  private var known: Set<DocumentSource> = []

  /// - Parameters:
  ///   - arguments: files, folders and `-`.
  ///   - standardInputName: what `-` is called.
  ///   - format: the format of all of them; by their endings when nil.
  ///   - files: where they are.
  package init(
    _ arguments: [String], standardInputName: String? = nil, format: DocumentFormat? = nil,
    in files: any FileTree = DiskFiles()
  ) {
    for argument in arguments {
      guard argument != "-", files.isFolder(argument) else {
        add(argument, standardInputName: standardInputName, format: format)
        continue
      }
      let found = files.numberedDocuments(below: argument)
      for path in found.paths { add(path, standardInputName: nil, format: format) }
      failures += found.failures
      if found.paths.isEmpty, found.failures.isEmpty {
        failures.append(.cannotRun("there is no 'nep-*.rst' and no 'nep-*.md' in the folder '\(argument)'"))
      }
    }
  }

  /// - Parameter listing: what a configuration lists, in absolute paths.
  init(configured listing: (paths: [String], failures: [RunFailure])) {
    failures = listing.failures
    for path in listing.paths { add(FilePaths.shown(path), standardInputName: nil, format: nil) }
  }

  private mutating func add(_ argument: String, standardInputName: String?, format: DocumentFormat?) {
    do throws(RunFailure) {
      let document = try DocumentSource(argument: argument, standardInputName: standardInputName, format: format)
      if known.insert(document).inserted { documents.append(document) }
    } catch {
      failures.append(error)
    }
  }
}
