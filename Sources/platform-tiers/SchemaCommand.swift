import ArgumentParser
import PlatformTiersKit

/// Writes the JSON Schemas of a registry's files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schemas of a registry's files, for editors and other validators.",
    discussion:
      "A file names its schema in its first line: '# yaml-language-server: $schema=schema/policy.schema.json'.")

  @Option(help: ArgumentHelp("The folder to write them to.", valueName: "folder"), completion: .directory)
  var output = "registry/schema"

  @Flag(help: "Write nothing; print what would change, and exit with 1 if anything would.")
  var check = false

  func run() throws {
    guard check else { return try SchemaFiles.write(to: output) }
    let difference = try SchemaFiles.difference(in: output)
    if difference.isEmpty { return }
    try StandardStream.output.write(difference)
    throw ExitCode(ExitStatus.findings.rawValue)
  }
}
