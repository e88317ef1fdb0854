import Diagnostics
import PlatformRules

/// Reports a registry's file that cannot be read. `RegistryFolder` finds it; no text could be an example.
enum UnreadableFile: Rule {
  static let description = RuleDescription(
    id: "unreadable-file", family: .registry, severity: .error,
    summary: "a file of the registry cannot be read, or is larger than anybody writes",
    rationale: """
      A platform whose file cannot be read has no place and no duties, and every check would pass it by in silence. A \
      link that leads to itself, a folder, or a file of many megabytes is a slip, not a platform.
      """,
    remedy: "Mend the file or its permissions, or remove it.",
    accepted: [], flagged: [])
}
