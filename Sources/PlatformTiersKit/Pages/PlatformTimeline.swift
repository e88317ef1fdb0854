import Policy
import Rendering

/// The days that the timelines of all pages run over, so that they can be compared.
struct TimelineSpan {
  private let start: Int
  private let end: Int
  /// Thousandths that the span takes; what is left leads into the future.
  private let width: Int
  /// The day that the pages were asked for, at the end.
  let lastDay: CalendarDate?

  /// - Parameter day: where it ends; at the last move when nil, since the clock does not show.
  init(of moves: [Move], until day: CalendarDate?) {
    let days = moves.map { $0.date.dayNumber }
    start = days.min() ?? 0
    end = max(day?.dayNumber ?? days.max() ?? 0, start)
    width = day == nil ? 900 : 1000
    lastDay = day
  }

  func position(of date: CalendarDate) -> Int {
    end == start ? 0 : (date.dayNumber - start) * width / (end - start)
  }
}

/// Draws where a platform stood since when.
struct PlatformTimeline {
  private let report: PlatformReport
  private let site: RegistryPages

  init(_ report: PlatformReport, of site: RegistryPages) {
    self.report = report
    self.site = site
  }

  /// A stay at a place: since a move, until the next one.
  private struct Stay {
    var place: Place
    var start: CalendarDate
    var end: CalendarDate?
  }

  private var stays: [Stay] {
    let ends = report.moves.dropFirst().map { Optional($0.date) } + [nil]
    return zip(report.moves, ends).compactMap { move, end in
      site.registry.policy.place(move.to).map { Stay(place: $0, start: move.date, end: end) }
    }
  }

  var timeline: Timeline {
    let stays = stays
    let days = stays.map { $0.start } + [site.span.lastDay].compactMap { $0 }
    return Timeline(
      title: "Places of \(report.platform.name) over time", summary: summary(of: stays), lanes: lanes(of: stays),
      marks: days.map { Timeline.Mark(position: site.span.position(of: $0), label: $0.description) })
  }

  private func summary(of stays: [Stay]) -> String {
    let words = stays.map { stay in
      stay.end.map { "\(stay.place.standing) from \(stay.start) to \($0)" }
        ?? "\(stay.place.standing) since \(stay.start)"
    }
    return words.joined(separator: "; ").sentence
  }

  /// All tiers, and of the other places those that it stood at.
  private func lanes(of stays: [Stay]) -> [Timeline.Lane] {
    let visited = Set(stays.map { $0.place.id })
    return site.registry.policy.places.filter { $0.tier != nil || visited.contains($0.id) }.map { place in
      let bars = stays.filter { $0.place.id == place.id }.map { stay in
        let start = site.span.position(of: stay.start)
        // A stay of no days is seen too.
        return Timeline.Stay(start: start, end: max(stay.end.map(site.span.position) ?? 1000, start + 5))
      }
      return Timeline.Lane(place.standing, site.tone(of: place), stays: bars)
    }
  }
}
