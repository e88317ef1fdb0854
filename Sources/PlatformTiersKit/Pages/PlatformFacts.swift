import Checks
import Evidence
import Policy
import Rendering

/// What a user of a platform asks: what an installer gets, for which Pythons, on which systems, since when, and what lies
/// ahead. Facts of the listing, where there is one; how a duty stands is the verdicts' to say.
struct PlatformFacts {
  enum Install: Equatable {
    case wheels
    /// None for this platform; the release has its source.
    case source
    /// None, and no source either.
    case nothing
    /// The listing does not tell, or the registry does not say how wheels are tagged.
    case unknown
    /// Nothing was given to look at; what the tier promises.
    case promised
    case notPromised
    /// Nothing was given, and the policy says nothing of wheels.
    case unstated
  }

  let report: PlatformReport
  private let site: RegistryPages

  init(_ report: PlatformReport, of site: RegistryPages) {
    self.report = report
    self.site = site
  }

  private var platform: Platform { report.platform }
  private var coverage: PlatformCoverage? { report.audit?.coverage }
  private var release: IndexRelease? { site.audit?.audit.evidence.release }

  // MARK: Wheels

  var install: Install {
    guard let audit = site.audit, let coverage, let release else {
      switch report.place?.tier?.duties.wheels.kind {
      case .released: return .promised
      case .some(.none): return .notPromised
      case .unstated, nil: return .unstated
      }
    }
    guard coverage.hasTags else { return .unknown }
    if hasWheels(coverage) { return .wheels }
    guard audit.isComplete else { return .unknown }
    return release.files.contains { $0.kind == .sourceDistribution } ? .source : .nothing
  }

  private func hasWheels(_ coverage: PlatformCoverage) -> Bool {
    !coverage.files.isEmpty || coverage.isServedByGeneralWheel
  }

  /// The first release without wheels, where a move has decided it and the release that is looked at still has some.
  var wheelsEnd: ReleaseVersion? {
    guard install == .wheels || install == .promised else { return nil }
    let moves = platform.moves.filter { move in
      move.date <= site.moment.day || report.coming.contains(move)
    }
    return moves.last { move in
      guard let first = move.release, site.registry.policy.place(move.to)?.tier?.duties.wheels.kind != .released else {
        return false
      }
      return release.map { !$0.version.isCovered(by: first) } ?? true
    }?.release
  }

  var installText: PageText {
    switch install {
    case .wheels:
      let end = wheelsEnd == nil ? nil : release.map { "until \(Self.line(of: $0.version))" }
      return .sign("✓", "wheels", .met) + (end.map { PageText(" \($0)") } ?? "")
    case .source: return PageText("from source") + formerWheels
    case .nothing: return PageText("nothing to install") + formerWheels
    case .unknown: return .label("unknown", .unknown)
    case .promised: return PageText("wheels, by its tier")
    case .notPromised: return PageText("no wheels, by its tier")
    case .unstated: return .label("–", .blank)
    }
  }

  private var formerWheels: PageText {
    guard let last = lastWheels else { return "" }
    return PageText("; wheels up to \(last.version)")
  }

  /// `2.5.x` of 2.5.5
  private static func line(of version: ReleaseVersion) -> String {
    version.numbers.prefix(2).map(String.init).joined(separator: ".") + ".x"
  }

  /// The releases that have wheels of it, newest first; empty without a listing.
  var releasesWithWheels: [IndexRelease] {
    guard let history = site.audit?.history,
      let column = history.platforms.firstIndex(where: { $0.id == platform.id })
    else { return [] }
    return history.rows.filter { $0.cells[column].files > 0 }.map(\.release)
  }

  private var lastWheels: IndexRelease? { releasesWithWheels.first }

  /// The first release since which every final one has had wheels.
  var wheelsSince: PageText {
    guard install == .wheels, let history = site.audit?.history, let release else { return .label("–", .blank) }
    let with = Set(releasesWithWheels.map(\.version))
    let finals = history.rows.map(\.release).filter { !$0.version.isPreRelease && $0.version <= release.version }
    let unbroken = finals.prefix { with.contains($0.version) }
    guard let first = unbroken.last else { return .label("–", .blank) }
    let isOldest = unbroken.count == finals.count
    return PageText((isOldest ? "by " : "") + first.version.description)
  }

  /// How the platform stands to one of the release's Pythons.
  func mark(for python: PythonTag) -> PageText {
    guard let coverage, coverage.hasTags, coverage.expected.contains(python) else { return PageText() }
    guard coverage.served.contains(python) else {
      return site.audit?.isComplete == true
        ? .sign("·", "no wheel", .blank, isShort: true) : .sign("?", "unknown", .unknown, isShort: true)
    }
    let hole = coverage.holes.first { hole in !hole.isMissing && hole.pythons.contains(python) }
    if case .narrowed(let first, _) = hole?.kind, let hole {
      return .sign("◐", "from \(hole.systemName) \(first) on only", .partial, isShort: true)
    }
    return .sign("●", "wheel", .met, isShort: true)
  }

  /// The oldest system that some wheel runs on.
  var needs: PageText {
    guard install == .wheels, let coverage else { return .label("–", .blank) }
    var oldest: [String: SystemTag.Version] = [:]
    for system in coverage.systems {
      guard let version = system.version else { continue }
      oldest[system.title] = min(oldest[system.title] ?? version, version)
    }
    let systems = Set(coverage.systems.map(\.title))
    guard systems.count == 1, let (title, version) = oldest.first else {
      return systems.count > 1 ? "as its system" : .label("–", .blank)
    }
    return PageText("\(title) \(version)+")
  }

  // MARK: Place and people

  /// Since when it stands where it does. Of what was dropped before the registry began that is no day of the registry's.
  var since: PageText {
    guard let move = report.move else { return .label("–", .blank) }
    guard isOlderThanRegistry else { return .day(move.date.description) }
    guard let was = platform.was else { return "before " + .day(move.date.description) }
    let tier = was.tier.flatMap { site.registry.policy.place($0) }.map { ", in \($0.name)" } ?? ""
    let words = "supported up to \(was.until)\(tier)"
    return was.link.map { PageText(words, uri: $0) } ?? PageText(words)
  }

  /// Whether it was no longer supported when the registry began.
  var isOlderThanRegistry: Bool {
    guard case .unsupported(let list) = report.place else { return false }
    return list.kind == .formerlySupported && report.movesInForce.count == 1
  }

  var contacts: PageText {
    if let tier = report.place?.tier, tier.duties.contacts.isShared { return "all maintainers" }
    guard !platform.contacts.isEmpty else { return .label("–", .blank) }
    return site.names(of: platform.contacts)
  }

  // MARK: Ahead

  /// What is decided, expected or amiss.
  var ahead: [PageText] {
    let moves = report.coming.map { PageText.sign("→", $0.comingWords(in: site.registry.policy), .partial) }
    let wheels = wheelsEnd.map { [PageText.sign("→", "no wheels from \($0) on", .partial)] } ?? []
    return moves + wheels + ends + notices + faults
  }

  /// The words for an expected end: those of the note where it names the same day.
  var endWords: String? {
    let deadlines = deadlines
    guard let ends = platform.ends else { return nil }
    if let release = ends.release { return "with \(release)" }
    guard let day = ends.day else { return nil }
    return "by " + (deadlines.first { $0.day == day }?.text ?? day.description)
  }

  private var ends: [PageText] {
    let end = endWords.map { [PageText.sign("→", "expected to end \($0)", .partial)] } ?? []
    let further = deadlines.filter { $0.day != platform.ends?.day }
    return end + further.map { .sign("→", "a note tells of \($0.text)", .partial) }
  }

  private var deadlines: [(text: String, day: CalendarDate)] {
    var isHistory = false
    if case .unsupported(let list) = report.place { isHistory = list.kind == .formerlySupported }
    let note = CellContent(markdown: platform.notes).text
    return NoteDeadline.deadlines(in: note, isHistory: isHistory).map { ($0.text(asIn: note), $0.lastDay) }
  }

  private var notices: [PageText] {
    platform.notices.map { .sign("!", "\($0.duty.rawValue) not met since \($0.since)", .unmet) }
  }

  /// The rest stands on the platform's page.
  private static let warningLimit = 1

  private func further(_ count: Int) -> [PageText] {
    let rest = count - Self.warningLimit
    return rest > 0 ? [.label("\(rest) more", page: site.path(of: platform), anchor: "duties")] : []
  }

  /// What its tier asks and does not get, and what is amiss.
  private var faults: [PageText] {
    guard let verdicts = report.duties?.verdicts else { return [] }
    let broken = verdicts.filter { verdict in
      verdict.status == .broken && !platform.notices.contains { $0.duty.rawValue == verdict.duty.rawValue }
    }
    var seen: Set<String> = []
    let warnings = verdicts.flatMap(\.warnings).filter { seen.insert($0).inserted }
    let words = { (text: String) in site.audit?.published.published(text) ?? text }
    return broken.map { PageText.sign("✗", "\($0.duty.title): \(words($0.reason))", .unmet) }
      + warnings.prefix(Self.warningLimit).map { .sign("⚠", words($0), .partial) } + further(warnings.count)
  }
}
