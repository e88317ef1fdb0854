import ArgumentParser
import PlatformTiersKit

/// Lints what the configuration lists.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lint the registry and the documents that '.platform-tiers.yaml' lists, and compare them.",
    discussion: """
      Documents are also compared with what 'generate' would write. '.platform-tiers.yaml' is looked for in this folder \
      and its parents, up to the top of the repository.
      """)

  @OptionGroup var options: LintOptions

  func run() throws {
    var request = try options.request()
    request.checksGeneration = true
    try options.run(options.rules.project(.listed), request)
  }
}
