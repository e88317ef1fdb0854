package import PolicyDocuments

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
  package init(_ arguments: [String], standardInputName: String? = nil, format: DocumentFormat? = nil) {
    for argument in arguments {
      do throws(RunFailure) {
        if argument != "-", Folder.exists(argument) {
          for path in try Self.documents(in: argument) {
            add(try DocumentSource(argument: path, standardInputName: nil, format: format))
          }
        } else {
          add(try DocumentSource(argument: argument, standardInputName: standardInputName, format: format))
        }
      } catch {
        failures.append(error)
      }
    }
  }

  private mutating func add(_ document: DocumentSource) {
    if known.insert(document).inserted { documents.append(document) }
  }

  /// The numbered documents in a folder and the folders below it: `nep-*.rst` and `nep-*.md`.
  private static func documents(in folder: String) throws(RunFailure) -> [String] {
    let paths = try Folder.files(below: folder) { path in
      let name = FilePaths.name(of: path)
      return name.hasPrefix("nep-") && (name.hasSuffix(".rst") || name.hasSuffix(".md"))
    }
    guard !paths.isEmpty else {
      throw .cannotRun("there is no 'nep-*.rst' and no 'nep-*.md' in the folder '\(folder)'")
    }
    return paths
  }
}
