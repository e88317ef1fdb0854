import Checks
import Diagnostics
import Documents

/// Takes out the findings that a configuration exempts, and remembers which exemptions were needed.
struct ExemptionLedger {
  private struct Page {
    var configuration: LoadedConfiguration
    var used: Set<Int> = []
    /// Exemptions whose rules were run.
    var tried: Set<Int> = []
    /// Those of them that cover a document which was linted.
    var covering: Set<Int> = []
    /// Relative paths.
    var linted: Set<String> = []
  }

  /// By the configuration file's path.
  private var pages: [String: Page] = [:]

  /// What is found in a document, without what is exempt.
  mutating func remaining(
    of found: [Diagnostic], in document: Project.Document, rules: [Rule]
  ) -> [Diagnostic] {
    guard let configuration = document.settings.configuration else { return found }
    let platforms = Set(configuration.configuration.exemptions.compactMap { $0.platform })
    let rows = ExemptRows(of: platforms, in: document.content.located)
    return remaining(of: found, in: document.path, rules: rules, by: configuration, isAbout: rows.isAbout)
  }

  /// - Parameters:
  ///   - path: the file's, from the configuration's folder.
  ///   - rules: what was looked for.
  ///   - isAbout: whether a finding is about the platform with this label.
  mutating func remaining(
    of found: [Diagnostic], in path: String, rules: [Rule], by configuration: LoadedConfiguration,
    isAbout: (String, Diagnostic) -> Bool
  ) -> [Diagnostic] {
    let exemptions = configuration.configuration.exemptions
    let reportsUnused = rules.contains { $0.id == UnusedExemption.description.id }
    guard reportsUnused || !exemptions.isEmpty else { return found }
    var page = pages[configuration.file.path] ?? Page(configuration: configuration)
    page.linted.insert(path)
    let applicable = exemptions.indices.filter { exemptions[$0].file?.value.matches(path) ?? true }
    if reportsUnused {
      let tried = exemptions.indices.filter { exemptions[$0].isTried(by: rules) }
      page.tried.formUnion(tried)
      page.covering.formUnion(Set(applicable).intersection(tried))
    }
    let kept = found.filter { diagnostic in
      let excusing = applicable.filter { index in
        exemptions[index].covers(diagnostic) && (exemptions[index].platform.map { isAbout($0, diagnostic) } ?? true)
      }
      page.used.formUnion(excusing)
      return excusing.isEmpty
    }
    pages[configuration.file.path] = page
    return kept
  }

  /// The exemptions that were not needed, with the configuration files they stand in.
  ///
  /// One that also covers documents which this run did not look at may be needed there, and is left alone; one that covers
  /// no document at all is told when all that the configuration lists were linted.
  func unused() -> [(file: SourceFile, diagnostics: [Diagnostic])] {
    pages.values.sorted { $0.configuration.file.path < $1.configuration.file.path }.compactMap { page in
      let unused = page.tried.subtracting(page.used).sorted()
      guard !unused.isEmpty else { return nil }
      let folder = page.configuration.folder
      let listed = page.configuration.documents().paths.compactMap { FilePaths.relative($0, to: folder) }
      let isWhole = !listed.isEmpty && listed.allSatisfy(page.linted.contains)
      let exemptions = page.configuration.configuration.exemptions
      let found = unused.filter { isWhole || page.covering.contains($0) }.map { exemptions[$0] }.filter { exemption in
        listed.allSatisfy { page.linted.contains($0) || exemption.file?.value.matches($0) == false }
      }
      guard !found.isEmpty else { return nil }
      return (page.configuration.file, found.map { UnusedExemption.diagnostic($0, in: page.configuration.file) })
    }
  }
}

extension Configuration.Exemption {
  /// Whether a rule is run that it exempts from. Those about evidence are an audit's.
  fileprivate func isTried(by rules: [Rule]) -> Bool {
    rules.contains { candidate in
      candidate.family != .evidence && (candidate.id == rule.value || candidate.family.rawValue == rule.value)
    }
  }

  /// Whether it names the finding's rule or family.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule == rule.value || RuleCatalogue.family(of: diagnostic.rule) == rule.value
  }
}

/// Where a document's rows of the platforms are that exemptions name.
private struct ExemptRows {
  /// By platform, in the order of their starts.
  private let ranges: [String: [SourceRange]]

  init(of platforms: Set<String>, in located: LocatedPolicy) {
    guard !platforms.isEmpty else {
      ranges = [:]
      return
    }
    let rows = located.rows.filter { platforms.contains($0.platform.text) }
    ranges = Dictionary(grouping: rows, by: { $0.platform.text }).mapValues {
      $0.map { $0.range }.sorted { $0.start < $1.start }
    }
  }

  /// Rows do not overlap, unless they are the same: the last one that starts before the place is the only one to have it.
  func isAbout(_ platform: String, _ diagnostic: Diagnostic) -> Bool {
    let place = diagnostic.range.start
    let ranges = ranges[platform] ?? []
    let next = ranges.partitioningIndex { $0.start > place }
    return next > 0 && ranges[next - 1].contains(place)
  }
}
