package import Documents
package import Policy

/// Where a project is, and which of its documents are wanted; names and paths as they were given.
package struct ProjectRequest: Sendable {
  /// Where configuration comes from.
  package enum ConfigurationChoice: Hashable, Sendable {
    /// For each document the nearest one above it.
    case nearest
    case file(String)
    case none
  }

  package enum DocumentChoice: Hashable, Sendable {
    /// Those that the configuration of the current folder lists.
    case listed
    /// Files, folders and `-`.
    case named([String])

    /// What a command's arguments mean.
    package init(arguments: [String]) { self = arguments.isEmpty ? .listed : .named(arguments) }
  }

  /// Where everything is read.
  package var files: any FileTree = DiskFiles()
  package var documents: DocumentChoice
  package var standardInputName: String?
  /// Nil: by the ending of each name.
  package var format: DocumentFormat?
  /// The most bytes that a document may have.
  package var documentLimit = FileReader.usualLimit
  /// `nep57` or a file; nil: what the configuration says.
  package var policy: String?
  /// The folder of a registry; nil: what the configuration says.
  package var registry: String?
  /// The registry's folder where nothing names one; nil: then there is none.
  package var defaultRegistry: String?
  package var configuration = ConfigurationChoice.nearest
  /// Whose choice of rules and whose exemptions count in place of those of the configuration that is read: a change is
  /// judged by what held before it. Nil: the configuration's own.
  package var waivers: Configuration?
  /// The policy of a project that may lack its registry and documents, as in a revision that is older than they are;
  /// nil: what is named has to be there.
  package var policyOfUnfinished: Policy?

  package init(_ documents: DocumentChoice = .listed) {
    self.documents = documents
  }

  /// For a question that is answered from the registry alone.
  ///
  /// - Parameter folder: nil: the one that the configuration names, or `registry`.
  package static func registry(_ folder: String?) -> ProjectRequest {
    var request = ProjectRequest(.named([]))
    request.registry = folder
    request.defaultRegistry = usualRegistry
    return request
  }

  package static let usualRegistry = "registry"
}
