import Checks
import Evidence
import Policy
import Rendering

/// The drawing of all platforms over the years: wheels, from the listing, and places, from the moves in force.
struct RegistryTimeline {
  static let file = StaticFile("timeline.svg")

  private let site: RegistryPages
  private let facts: [PlatformFacts]

  init(_ site: RegistryPages) {
    self.site = site
    facts = site.reports.map { PlatformFacts($0, of: site) }
  }

  /// Nil where no platform stands anywhere.
  var chart: TimelineChart? {
    guard let end = site.asOf, let start = firstMove else { return nil }
    let presences = facts.map { presence(of: $0, until: end) }
    let first = min(start.dayNumber, presences.compactMap { $0?.start }.min() ?? .max)
    let rows = zip(facts, presences).map { row($0, presence: $1, until: end) }
    // An end that is far off would leave no room for what has been.
    let horizon = end.adding(years: 3)?.dayNumber ?? end.dayNumber
    let last = min(rows.compactMap { $0.announced?.end }.max() ?? end.dayNumber, horizon)
    var chart = TimelineChart(
      title: site.project.map { "\($0)'s platforms over time" } ?? "Platforms over time",
      summary: summary(from: start, to: end), first: first - 20, last: max(last, end.dayNumber + 60), rows: rows)
    chart.years = years(from: chart.first, to: chart.last)
    chart.releases = releases
    chart.start = TimelineChart.Mark(start.dayNumber, "policy begins \(start)")
    chart.today = TimelineChart.Mark(end.dayNumber, "as of \(end)")
    chart.key = key
    if presences.contains(where: { $0 != nil }) { chart.presence = "wheels on the index" }
    if rows.contains(where: { $0.announced != nil }) { chart.announcement = "announced" }
    return chart
  }

  private var firstMove: CalendarDate? { site.reports.compactMap { $0.movesInForce.first?.date }.min() }

  private func summary(from start: CalendarDate, to end: CalendarDate) -> String {
    let listing = site.audit?.history == nil ? "" : "the releases with wheels of each, and "
    return "For each of \(facts.count) platforms \(listing)where it has stood from \(start) to \(end)"
      + "\(site.moment.words.map { ", \($0)" } ?? ""). The pages of the platforms have the same in words."
  }

  // MARK: Rows

  private func row(_ facts: PlatformFacts, presence: TimelineChart.Bar?, until end: CalendarDate) -> TimelineChart.Row {
    let report = facts.report
    let moves = report.movesInForce
    let ends = moves.dropFirst().map(\.date) + [end]
    let stays = zip(moves, ends).compactMap { move, end -> TimelineChart.Stay? in
      guard let place = site.registry.policy.place(move.to) else { return nil }
      let release = move.release.map { ", for \($0) and later" } ?? ""
      let words = "\(report.platform.name): \(place.standing) from \(move.date)\(release)"
      return TimelineChart.Stay(
        TimelineChart.Bar(move.date.dayNumber, end.dayNumber, words), site.tone(of: place))
    }
    let announced = announcement(of: facts, since: end)
    return TimelineChart.Row(
      site.title(of: report.platform), presence: presence, stays: stays, announced: announced,
      remark: remark(on: facts))
  }

  /// From the first release with wheels to the last one, or until now where the newest has some.
  private func presence(of facts: PlatformFacts, until end: CalendarDate) -> TimelineChart.Bar? {
    let releases = facts.releasesWithWheels.filter { $0.date.map { $0 <= end } ?? false }
    guard let newest = releases.first, let oldest = releases.last else { return nil }
    let days = releases.compactMap { $0.date?.dayNumber }
    guard let first = days.min(), let last = days.max() else { return nil }
    let isPresent = facts.install == .wheels
    return TimelineChart.Bar(
      first, isPresent ? end.dayNumber : last,
      "\(facts.report.platform.name): wheels from \(oldest.version) to \(newest.version)")
  }

  /// Up to the day that support is expected to end.
  private func announcement(of facts: PlatformFacts, since end: CalendarDate) -> TimelineChart.Bar? {
    guard let day = facts.report.platform.ends?.day, day > end, let words = facts.endWords else { return nil }
    return TimelineChart.Bar(
      end.dayNumber, day.dayNumber, "\(facts.report.platform.name): expected to end \(words)")
  }

  private func remark(on facts: PlatformFacts) -> String {
    if let end = facts.wheelsEnd { return "no wheels from \(end) on" }
    if let move = facts.report.coming.first { return move.comingWords(in: site.registry.policy) }
    if let words = facts.endWords { return "ends \(words)" }
    guard facts.isOlderThanRegistry, let was = facts.report.platform.was else { return "" }
    return "up to \(was.until)"
  }

  // MARK: Axis

  private func years(from first: Int, to last: Int) -> [TimelineChart.Mark] {
    guard let start = site.asOf?.year else { return [] }
    let years = max(1, start - 60)...min(9999, start + 10)
    return years.compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).flatMap { day in
        (first...last).contains(day.dayNumber) ? TimelineChart.Mark(day.dayNumber, String(year)) : nil
      }
    }
  }

  /// The first release of each line.
  private var releases: [TimelineChart.Mark] {
    guard let history = site.audit?.history, let end = site.asOf else { return [] }
    var seen: Set<[Int]> = []
    let finals = history.rows.reversed().map(\.release).filter { !$0.version.isPreRelease }
    return finals.compactMap { release in
      let line = Array(release.version.numbers.prefix(2))
      guard seen.insert(line).inserted, let date = release.date, date <= end else { return nil }
      return TimelineChart.Mark(date.dayNumber, line.map(String.init).joined(separator: "."))
    }
  }

  private var key: [TimelineChart.Key] {
    let visited = Set(site.reports.flatMap(\.movesInForce).map(\.to))
    var isUnsupportedNamed = false
    return site.registry.policy.places.filter { visited.contains($0.id) }.compactMap { place in
      guard place.tier == nil else { return TimelineChart.Key(site.tone(of: place), place.name) }
      // They share a colour.
      guard !isUnsupportedNamed else { return nil }
      isUnsupportedNamed = true
      return TimelineChart.Key(.unsupported, "in no tier")
    }
  }
}
