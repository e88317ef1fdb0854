package import Diagnostics
package import Documents
package import Policy

/// A document of one revision, read and understood by the policy of that revision.
package struct LocatedDocument: Sendable {
  package let file: SourceFile
  package let document: PolicyDocument
  package let located: LocatedPolicy
  /// The path that it has in the base, where it was renamed since; nil where it is the same.
  package let formerPath: String?

  package init(file: SourceFile, document: PolicyDocument, located: LocatedPolicy, formerPath: String? = nil) {
    self.file = file
    self.document = document
    self.located = located
    self.formerPath = formerPath
  }

  /// Reads a file of one revision.
  package init(_ file: SourceFile, as format: DocumentFormat, policy: Policy, formerPath: String? = nil) {
    let document = DocumentReader.read(file, as: format)
    self.init(
      file: file, document: document, located: PolicyInterpreter.locate(document, in: file, policy: policy),
      formerPath: formerPath)
  }
}
