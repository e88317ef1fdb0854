import Checks
package import Diagnostics
import Policy

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
  /// - Parameter isForced: whether regions changed by hand are overwritten.
  /// - Throws: when there is no registry without faults, or no document.
  package static func result(
    _ project: Project, at moment: RegistryMoment, isForced: Bool
  ) throws(RunFailure) -> GenerationResult {
    try project.refuseFaults()
    try project.requireListed(for: "generate")
    let documents = project.documents.compactMap { document -> GenerationResult.Document? in
      guard let registry = document.settings.registry?.trusted else { return nil }
      let generator = DocumentGenerator(RegistryTables(registry, at: moment), isForced: isForced)
      return GenerationResult.Document(
        source: document.source, file: document.content.file,
        generated: generator.generate(document.content(locatedBy: registry.policy)))
    }
    return GenerationResult(documents: documents, failures: project.failures)
  }
}
