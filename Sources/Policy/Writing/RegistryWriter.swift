/// Writes the files of a registry: what `RegistryReader` reads from them is what was written.
///
/// A key is left out where its absence says the same. Facts that a person has to look up are written as `unknown` all
/// the same, where an editor then offers what they may be.
package enum RegistryWriter {
  /// `platforms/<id>.yaml`
  package static func platform(_ platform: Platform) -> [UInt8] {
    YAMLWriter.file(YAMLForm.platform.write(ReadPlatform(platform)), schema: "../" + schemaPath(.platform))
  }

  /// `people.yaml`, in the order of the ids.
  package static func people(_ people: some Sequence<Person>) -> [UInt8] {
    let sorted = people.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return YAMLWriter.file(YAMLForm.people.write(sorted), schema: schemaPath(.people))
  }

  /// `policy.yaml`
  package static func policy(_ policy: Policy) -> [UInt8] {
    YAMLWriter.file(YAMLForm.policy.write(policy), schema: schemaPath(.policy))
  }

  /// A policy's file as it would stand in a registry: with every comment, and the schema named that is there.
  package static func policy(copying bytes: [UInt8]) -> [UInt8] {
    let modeline = Array((YAMLWriter.modeline(schemaPath(.policy)) + "\n").utf8)
    guard bytes.starts(with: YAMLWriter.modelineStart.utf8) else { return modeline + bytes }
    return modeline + bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
  }

  /// The folder of a registry's schemas.
  package static let schemaFolder = "schema"

  private static func schemaPath(_ schema: RegistrySchema) -> String { schemaFolder + "/" + schema.fileName }
}
