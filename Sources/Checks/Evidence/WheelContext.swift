import Diagnostics
import Evidence
import Policy

/// What a rule about an index's wheels looks at: one platform, and what a release has for it.
package struct WheelContext {
  let platform: Platform
  let places: ValuePlaces
  /// Where it stood for the release, and by which move; nil before the first one.
  let place: Place?
  let move: Move?
  let release: IndexRelease
  let wheels: ReleasedWheels
  let listing: SourceFile

  var coverage: PlatformCoverage { wheels.coverage }

  /// Whether the release was to have wheels of it.
  var isWheelTier: Bool { place?.tier?.duties.wheels.kind == .released }

  /// Where the registry says which wheels are the platform's.
  var tags: SourceRange { places["wheels", "tags"] }

  /// Where the platform came to where it stood for the release.
  var moveNote: [Diagnostic.Note] {
    guard let move, let place, let index = platform.moves.lastIndex(of: move) else { return [] }
    return [
      Diagnostic.Note(
        "in '\(place.name)' for \(release.version)", at: places["moves", .element(index), "to"])
    ]
  }

  /// Where one of its wheels is listed, for help lines.
  var firstFile: String? {
    coverage.files.first.map { file in
      let more = coverage.files.count - 1
      return "'\(file.name)' in line \(listing.position(at: file.offsets.lowerBound).line) of \(listing.path)"
        + (more > 0 ? ", and \(more) more" : "")
    }
  }
}
