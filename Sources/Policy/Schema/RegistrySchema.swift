/// The kinds of files in a registry, each with its JSON Schema.
package enum RegistrySchema: String, CaseIterable, Sendable {
  case policy
  case people
  case platform

  /// `platform.schema.json`
  package var fileName: String { "\(rawValue).schema.json" }

  /// The schema file's bytes.
  ///
  /// It comes from the readers themselves: a file that they take without fault is valid, and a file that is not valid
  /// has a fault. What needs a second look (a person that is not there, moves out of order) only the readers find.
  package var bytes: [UInt8] { SchemaWriter.document(schema, title: title) }

  private var schema: Schema {
    switch self {
    case .policy: YAMLForm.policy.schema()
    case .people: YAMLForm.people.schema()
    case .platform: YAMLForm.platform.schema()
    }
  }

  private var title: String {
    switch self {
    case .policy: "platform-tiers: a policy"
    case .people: "platform-tiers: the contacts of platforms"
    case .platform: "platform-tiers: a platform"
    }
  }
}
