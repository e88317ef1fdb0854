import Policy
import Rendering

/// The days that the timelines of all pages run over, so that they can be compared.
struct TimelineSpan {
  private let start: Int
  private let end: Int
  /// Where it ends; nil where there is no move.
  let lastDay: CalendarDate?

  /// - Parameter day: the last day that something is known of.
  init(of moves: [Move], until day: CalendarDate?) {
    let days = moves.map { $0.date.dayNumber }
    start = days.min() ?? 0
    end = max(day?.dayNumber ?? days.max() ?? 0, start)
    lastDay = day
  }

  func position(of date: CalendarDate) -> Int {
    end == start ? 0 : (date.dayNumber - start) * 1000 / (end - start)
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
    let moves = report.movesInForce
    let ends = moves.dropFirst().map { Optional($0.date) } + [nil]
    return zip(moves, ends).compactMap { move, end in
      site.registry.policy.place(move.to).map { Stay(place: $0, start: move.date, end: end) }
    }
  }

  var timeline: Timeline {
    let stays = stays
    let last = site.span.lastDay.map { day in stays.contains { $0.start == day } ? [] : [day] } ?? []
    let days = stays.map(\.start) + last
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
