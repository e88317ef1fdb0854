extension WheelHole {
  /// For the report's cells and reasons: `cp314t from macOS 14.0 on only, others from 10.13 or 10.15 on`.
  package var words: String {
    switch kind {
    case .missing: "no wheel for \(labels)\(place)"
    case .narrowed(let first, let others):
      "\(labels) from \(systemName) \(first) on only, others from \(Self.list(others)) on"
    }
  }

  /// `cp313, cp314t`
  package var labels: String { pythons.map { $0.label }.joined(separator: ", ") }

  private var place: String { architecture.isEmpty ? "" : " (\(system), \(architecture))" }

  /// What the system's versions are versions of.
  package var systemName: String {
    switch system {
    case "manylinux": "glibc"
    case "musllinux": "musl"
    case "macosx": "macOS"
    case "ios": "iOS"
    case "android": "Android API level"
    default: system
    }
  }

  package static func list(_ versions: [SystemTag.Version]) -> String {
    let texts = versions.map { $0.description }
    return texts.count < 2 ? texts.joined() : texts.dropLast().joined(separator: ", ") + " or " + (texts.last ?? "")
  }
}
