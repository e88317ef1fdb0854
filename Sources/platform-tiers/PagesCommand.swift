import ArgumentParser
import PlatformTiersKit
import Rendering

/// Writes the documentation pages of a registry.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Write documentation pages from the registry: an index, tiers, platforms, contacts.",
    discussion: """
      The folder is made where it is missing. Files in it that 'pages' did not write are neither overwritten nor \
      removed. Beside the pages stands 'platforms.json' with the same facts.

      With '--audit' the pages carry what evidence in files shows of each duty beside what the registry records, and the \
      page 'audit' has what it went by and found. '--release' then also names the release whose wheels are looked at.

        platform-tiers pages --output site --audit --index numpy.json
        platform-tiers pages --output site --base-url https://numpy.org/platforms/
      """)

  @Option(help: ArgumentHelp("The folder to write them to.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(help: "How to write them: rst is for Sphinx.")
  var format: PageFormat = .html

  @Option(
    help: ArgumentHelp("A stylesheet whose rules win over those of the pages, for html.", valueName: "file"),
    completion: .file())
  var stylesheet: String?

  @Option(
    help: ArgumentHelp("Markup of the same format to start each page with, written as it is.", valueName: "file"),
    completion: .file())
  var header: String?

  @Option(
    help: ArgumentHelp("Markup of the same format to end each page with, written as it is.", valueName: "file"),
    completion: .file())
  var footer: String?

  @Option(
    help: ArgumentHelp(
      "Where the pages will be published: for canonical addresses, previews, feeds and a sitemap.", valueName: "url"),
    transform: address)
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "What the registry's files are behind where they can be edited, as in 'https://github.com/numpy/numpy/edit/main/registry/'.",
      valueName: "url"),
    transform: address)
  var editURL: String?

  @Flag(help: "Hold the registry against evidence, and put on the pages what that shows.")
  var audit = false

  @Flag(help: "Draw the wheels of all platforms in all releases on a page of their own; needs '--audit' and '--index'.")
  var allReleases = false

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var registry: RegistryOptions

  func validate() throws {
    if stylesheet != nil, format != .html { throw ValidationError("'--stylesheet' is for '--format html'") }
    if output.isEmpty { throw ValidationError("'--output' takes the name of a folder") }
    if !audit, let given = evidence.firstGiven {
      throw ValidationError("'\(given)' gives evidence for an audit: add '--audit'")
    }
    if allReleases, !audit { throw ValidationError("'--all-releases' is a part of the audit: add '--audit'") }
    if allReleases, evidence.index == nil { throw ValidationError("'--all-releases' needs '--index'") }
  }

  func run() throws {
    let registry = try registry.sound()
    var request = PagesRequest(output: output, moment: try moment.moment)
    request.format = format
    request.stylesheet = stylesheet
    request.header = header
    request.footer = footer
    request.source = RegistrySource(of: registry)
    request.source.address = baseURL
    request.source.editAddress = editURL
    if audit {
      request.audit = try AuditRun.pages(
        of: registry, at: request.moment, by: evidence.request(), allReleases: allReleases, source: &request.source)
    }
    try PagesRun.write(registry.registry, request)
  }

  /// Of http or https, with a slash at its end.
  private static func address(_ text: String) throws -> String {
    guard ["https://", "http://"].contains(where: text.hasPrefix), !text.contains(where: \.isWhitespace) else {
      throw ValidationError("'\(text)' is no address: write one that begins with 'https://'")
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension PageFormat: ExpressibleByArgument {}
