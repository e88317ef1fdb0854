import ArgumentParser
import PlatformTiersKit

/// Compares two revisions.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what a change does to the promise, and what it lacks of what the policy asks for.",
    usage: """
      platform-tiers review <base> [<head>] [<options>] [-- <file> ...]
      platform-tiers review --staged <base> [<options>] [-- <file> ...]
      platform-tiers review --files <old> <new> [<options>]
      """,
    discussion: """
      The head is compared with the commit from which it left the base, as 'git diff BASE...HEAD' does; 'A..B' compares \
      two commits as they are. Without a head it is what is on disk. Nothing is checked out.

      The documents and the registry are those that '.platform-tiers.yaml' names, at each of the two revisions. Without \
      it they are the 'nep-*.rst' and 'nep-*.md' that the change touches, as far as they list platforms. Files behind \
      '--' take their place.

      An error that was there before counts as a warning; a warning on a row that the change touches as an error.
      """)

  @Argument(help: ArgumentHelp("A commit, or two as 'A...B' or 'A..B'.", valueName: "base"))
  var base: String?

  @Argument(help: ArgumentHelp("A commit; without it, the files on disk.", valueName: "head"))
  var head: String?

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("Behind '--': files or folders to compare.", valueName: "file"), completion: .file())
  var arguments: [String] = []

  @Flag(help: "Take the index for the head: what the next commit will have.")
  var staged = false

  @Flag(help: "Compare two files on disk, without git: the old one and the new one.")
  var files = false

  @Option(help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: ReviewFormat = .text

  @OptionGroup var rules: RuleOptions
  @OptionGroup var size: SizeOption

  @Option(
    help: ArgumentHelp(
      "A new contact who agreed to be listed, and where that can be read.",
      discussion: "May be given several times. A trailer 'Acked-by: NAME <ADDRESS>' of a commit counts as well.",
      valueName: "name=url"))
  var acknowledged: [String] = []

  @Option(
    help: ArgumentHelp(
      "With --format markdown: the repository's address on the web, for links to lines.",
      discussion: "Such as 'https://github.com/numpy/numpy'; in GitHub Actions it is known.", valueName: "url"))
  var repositoryURL: String?

  @Flag(help: "Exit with 1 for warnings too.")
  var strict = false

  @Flag(help: "With --format github: annotate information too.")
  var notices = false

  @Option(help: "When to colour the text: auto means on a terminal without NO_COLOR.")
  var color: ColorChoice = .auto

  func validate() throws {
    guard base != nil else {
      throw ValidationError("name what to compare with: 'review main', or two files with '--files OLD NEW'")
    }
    if let wrong = acknowledged.first(where: { Self.acknowledgement($0) == nil }) {
      throw ValidationError(
        "'--acknowledged \(wrong)' is no 'NAME=URL', as in '--acknowledged \"Ada Lovelace=https://…\"'")
    }
    if let repositoryURL, RepositoryAddress(repositoryURL) == nil {
      throw ValidationError(
        "'--repository-url \(repositoryURL)' is no web address, as 'https://github.com/numpy/numpy' is")
    }
    if files, head == nil || staged || !arguments.isEmpty {
      throw ValidationError("'--files' takes two files, the old one and the new one, and nothing else")
    }
  }

  func run() throws {
    var request = ReviewRequest(try subject(), project: rules.project(.listed), lint: try rules.request())
    request.arguments = arguments
    request.acknowledged = acknowledged.compactMap(Self.acknowledgement)
    request.project.documentLimit = size.limit
    var result = try ReviewRun.result(request)
    result.links.repository = repositoryURL.flatMap(RepositoryAddress.init) ?? .ofRun
    var output = ReviewOutput(result)
    output.format = format
    output.color = color
    output.isStrict = strict
    output.annotatesInfos = notices
    let status = try output.write()
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// A name and an address.
  private static func acknowledgement(_ text: String) -> (name: String, source: String)? {
    guard let divider = text.firstIndex(of: "=") else { return nil }
    let name = text[..<divider].split(separator: " ").joined(separator: " ")
    let source = String(text[text.index(after: divider)...])
    guard !name.isEmpty, source.hasPrefix("https://") || source.hasPrefix("http://") else { return nil }
    return (name, source)
  }

  private func subject() throws -> ReviewRequest.Subject {
    let base = base ?? "HEAD"
    if files, let head { return .files(old: base, new: head) }
    return .revisions(try RevisionRange(base: base, head: head, isStaged: staged))
  }
}

extension ReviewFormat: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }

  package var defaultValueDescription: String { name }

  package static var allValueStrings: [String] { allCases.map(\.name) }
}
