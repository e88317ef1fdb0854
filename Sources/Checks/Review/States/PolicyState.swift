package import Diagnostics
import Documents
package import Policy

/// What a project promised at one revision: by its documents, by its registry, or by both.
package struct PolicyState: Sendable {
  package var documents: [LocatedDocument]
  package var registry: RegistryState?
  package var policy: Policy
  /// What `lint` reports of this revision, with the severities of its rules. `PolicyState.linted` finds it; a caller
  /// that applies a configuration puts in what is left.
  package var lint: [Diagnostic] = []
  /// The paths of the workflow files that the revision has; nil where nobody looked.
  package var workflows: Set<String>?

  /// - Parameter policy: by what the documents were read; a registry's own policy where there is one.
  package init(documents: [LocatedDocument] = [], registry: RegistryState? = nil, policy: Policy) {
    self.documents = documents
    self.registry = registry
    self.policy = policy
  }

  /// Whether nothing is there that lists platforms or could: the project has no policy yet.
  package var isEmpty: Bool { registry == nil && documents.allSatisfy { $0.located.listings.isEmpty } }

  /// All its files, for what shows an excerpt of them.
  package var files: [SourceFile] { documents.map { $0.file } + (registry?.files ?? []) }
}

/// A registry at one revision, and where its files say what.
package struct RegistryState: Sendable {
  package var registry: Registry
  /// By the platform's id.
  package var places: [String: ValuePlaces]
  /// Of `policy.yaml`; nil where the registry has none and the policy is the built-in one.
  package var policyPlaces: ValuePlaces?
  /// What the registry's reader reports of its files.
  package var faults: [Diagnostic]

  package init(
    registry: Registry, places: [String: ValuePlaces], policyPlaces: ValuePlaces? = nil, faults: [Diagnostic] = []
  ) {
    self.registry = registry
    self.places = places
    self.policyPlaces = policyPlaces
    self.faults = faults
  }

  package var files: [SourceFile] {
    places.sorted { $0.key < $1.key }.map { $0.value.file } + [policyPlaces?.file].compactMap { $0 }
  }
}
