/// Pythons for which a platform's wheels do less than for its others.
package struct WheelHole: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no wheel.
    case missing
    /// Those that there are need a newer system than those of other Pythons, which begin with these.
    case narrowed(from: SystemTag.Version, others: [SystemTag.Version])
  }

  /// One, where its wheels are for newer systems only.
  package var pythons: [PythonTag]
  /// `macosx`, `manylinux`.
  package var system: String
  /// `x86_64`; empty where the tag says none.
  package var architecture: String
  package var kind: Kind

  /// Whether there is no wheel at all.
  package var isMissing: Bool { kind == .missing }
}

/// Finds the holes of a platform: systems of some Pythons that another Python is not to be had for.
struct WheelHoles {
  /// What wheels of different Pythons are compared by.
  private struct Line: Hashable {
    var system: String
    var architecture: String
  }

  private let pythons: [PythonTag]
  private let wheels: [WheelTags]
  private let general: [WheelTags]

  /// - Parameters:
  ///   - pythons: those that the platform should serve.
  ///   - wheels: the platform's own.
  ///   - general: those for any system.
  init(_ pythons: [PythonTag], wheels: [WheelTags], general: [WheelTags]) {
    self.pythons = pythons
    self.wheels = wheels
    self.general = general
  }

  var all: [WheelHole] {
    var seen: Set<Line> = []
    let lines = wheels.flatMap { $0.systems }.map { Line(system: $0.system, architecture: $0.architecture) }
      .filter { seen.insert($0).inserted }
    return lines.flatMap(holes)
  }

  private func holes(in line: Line) -> [WheelHole] {
    let served = pythons.map { (python: $0, versions: versions(of: $0, in: line)) }
    func hole(_ kind: WheelHole.Kind, _ pythons: [PythonTag]) -> WheelHole {
      WheelHole(pythons: pythons, system: line.system, architecture: line.architecture, kind: kind)
    }
    let missing = served.filter { $0.versions == nil }.map { $0.python }.filter { python in
      !general.contains { $0.serves(python) }
    }
    let narrowed = served.compactMap { python, versions -> WheelHole? in
      guard let first = versions?.min() else { return nil }
      let others = served.filter { $0.python != python }.compactMap { other in
        other.versions.flatMap { versions in versions.min().map { (other.python, first: $0, all: versions) } }
      }
      let older = others.filter { $0.first < first }
      // A newer Python may need a newer system. It is a hole when one as new does not, or when most others have a wheel
      // for this system and an older one as well.
      let isNewerServed = older.contains { other in other.0.isAsNew(as: python) }
      let pairs = older.count { $0.all.contains(first) }
      guard isNewerServed || pairs * 2 > others.count else { return nil }
      return hole(.narrowed(from: first, others: Set(older.map { $0.first }).sorted()), [python])
    }
    return (missing.isEmpty ? [] : [hole(.missing, missing)]) + narrowed
  }

  /// The oldest systems that the wheels for a Python run on, one a wheel; nil where there is no wheel, and empty where
  /// tags have no versions.
  private func versions(of python: PythonTag, in line: Line) -> [SystemTag.Version]? {
    let found = wheels.filter { $0.serves(python) }.compactMap { wheel -> [SystemTag.Version]? in
      let systems = wheel.systems.filter { $0.system == line.system && $0.architecture == line.architecture }
      return systems.isEmpty ? nil : systems.compactMap { $0.version }.min().map { [$0] } ?? []
    }
    return found.isEmpty ? nil : found.flatMap { $0 }
  }
}

extension PythonTag {
  /// Of the same implementation, and of its version or a later one.
  fileprivate func isAsNew(as other: PythonTag) -> Bool {
    guard implementation == other.implementation, let own = version, let others = other.version else { return false }
    return own >= others
  }
}
