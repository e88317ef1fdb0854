import Documents

/// What was read of a document, for a person or a program to look at.
package struct Inspection: Sendable {
  private let document: PolicyDocument

  package init(of source: DocumentSource) throws(RunFailure) {
    document = DocumentReader.read(try source.read(), as: source.format)
  }

  package var json: [UInt8] { DocumentInspection.json(document) }
  package var tree: String { DocumentInspection.tree(document) }
}
