package import Evidence
package import Policy

/// The wheels of every platform in every release of a listing, by what was promised for each release.
package struct ReleaseHistory: Sendable {
  package struct Row: Sendable {
    package let release: IndexRelease
    /// In the order of `platforms`.
    package let cells: [Cell]
  }

  /// What a release has for a platform.
  package struct Cell: Hashable, Sendable {
    package enum State: String, Sendable {
      /// No wheels, and none were promised.
      case none
      /// Wheels, and nothing was promised: the policy is younger, or it says nothing of them.
      case unpromised
      /// Wheels for every Python of the release, as was promised.
      case complete
      /// Wheels as was promised, for some Pythons on newer systems only.
      case narrowed
      /// Wheels as was promised, and none for some of the release's Pythons.
      case gap
      /// None, although they were promised.
      case missing
      /// Wheels, although it was promised that there are none.
      case forbidden
    }

    package let state: State
    package let files: Int
    package let served: Int
    package let expected: Int
  }

  package let platforms: [Platform]
  /// Newest release first.
  package let rows: [Row]

  package init(of registry: Registry, by listing: IndexListing) {
    platforms = registry.platforms
    rows = listing.releases.reversed().map { release in
      var evidence = AuditEvidence()
      evidence.index = listing
      evidence.release = release
      let audit = WheelAudit(registry, evidence)
      let cells = registry.platforms.compactMap { platform in
        audit.map { Cell($0.wheels(of: platform), release: release, of: platform) }
      }
      return Row(release: release, cells: cells)
    }
  }

  /// The columns of platforms that some release has wheels of, or lacks them.
  package var shownColumns: [Int] {
    platforms.indices.filter { column in rows.contains { $0.cells[column].state != .none } }
  }
}

extension ReleaseHistory.Cell {
  fileprivate init(_ wheels: ReleasedWheels, release: IndexRelease, of platform: Platform) {
    let coverage = wheels.coverage
    files = coverage.files.count
    served = coverage.served.count
    expected = coverage.expected.count
    let hasAny = files > 0 || coverage.isServedByGeneralWheel
    let isPromised = wheels.place?.tier?.duties.wheels.kind == .released
    if isPromised, hasAny {
      state = coverage.holes.contains(where: { $0.isMissing }) ? .gap : coverage.holes.isEmpty ? .complete : .narrowed
    } else if isPromised, wheels.isComplete, coverage.hasTags {
      state = .missing
    } else if wheels.areForbidden(release, of: platform) {
      state = .forbidden
    } else {
      state = files > 0 ? .unpromised : .none
    }
  }
}
