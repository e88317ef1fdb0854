package import Diagnostics
package import Documents

/// What `generate` is asked to do; names and paths as they were given.
package struct GenerationRequest: Sendable {
  /// Files, folders and `-`; when empty, the documents that the configuration lists.
  package var arguments: [String] = []
  package var standardInputName: String?
  /// Nil: by the ending of each name.
  package var format: DocumentFormat?
  /// The folder of the registry; nil: what the configuration says, or `registry`.
  package var registry: String?
  package var moment: RegistryMoment
  /// Whether regions changed by hand are overwritten.
  package var isForced = false

  package init(moment: RegistryMoment) {
    self.moment = moment
  }
}

/// What a registry makes of documents, before any of it is printed or written.
package struct GenerationResult: Sendable {
  package struct Document: Sendable {
    package var source: DocumentSource
    package var file: SourceFile
    package var generated: GeneratedDocument
  }

  package var documents: [Document] = []
  /// What could not be read; the rest was generated.
  package var failures: [RunFailure] = []
}

/// Makes what `generate` prints or writes.
package enum GenerationRun {
  /// - Throws: when there is no registry without faults, or no document.
  package static func result(_ request: GenerationRequest) throws(RunFailure) -> GenerationResult {
    let registry = try RegistryLoader.load(RegistryLocation(option: request.registry))
    let generator = DocumentGenerator(RegistryTables(registry, at: request.moment), isForced: request.isForced)
    let discovery = try documents(request)
    var result = GenerationResult()
    result.failures = discovery.failures
    for source in discovery.documents {
      do throws(RunFailure) {
        let file = try source.read()
        result.documents.append(
          GenerationResult.Document(
            source: source, file: file, generated: generator.generate(file, as: source.format)))
      } catch {
        result.failures.append(error)
      }
    }
    return result
  }

  private static func documents(_ request: GenerationRequest) throws(RunFailure) -> DocumentDiscovery {
    guard request.arguments.isEmpty else {
      return DocumentDiscovery(
        request.arguments, standardInputName: request.standardInputName, format: request.format)
    }
    guard let configuration = try LoadedConfiguration.ofCurrentFolder(),
      !configuration.configuration.documents.isEmpty
    else {
      throw .wrongUsage(
        "nothing to generate: give a file, a folder or '-', or list documents in a '\(Configuration.fileName)'")
    }
    return DocumentDiscovery(configured: configuration.documents())
  }
}
