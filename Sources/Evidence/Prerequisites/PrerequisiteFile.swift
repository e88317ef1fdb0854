package import Diagnostics
import Policy

/// Reads a table of prerequisites. `docs/audit.md` describes its keys.
package enum PrerequisiteFile {
  /// - Returns: The table, nil when the file is at fault, and all its faults.
  package static func read(_ file: SourceFile) -> (table: PrerequisiteTable?, diagnostics: [Diagnostic]) {
    let (table, diagnostics) = SingleDocument.read(file, .prerequisiteTable)
    return (diagnostics.contains { $0.severity == .error } ? nil : table, diagnostics)
  }

  /// The table that is built in: `prerequisites.yaml`.
  package static var builtIn: SourceFile {
    SourceFile(path: "prerequisites.yaml", bytes: PackageResources.prerequisites_yaml)
  }
}

extension YAMLForm where Value == PrerequisiteTable {
  fileprivate static var prerequisiteTable: Self {
    readOnlyMapping("table of prerequisites") { keys in
      var entries: [PrerequisiteTable.Kind: PrerequisiteTable.Entry] = [:]
      for kind in PrerequisiteTable.Kind.allCases { entries[kind] = keys.optional(kind.rawValue, .prerequisite) }
      return PrerequisiteTable(entries: entries)
    }
  }
}

extension YAMLForm where Value == PrerequisiteTable.Entry {
  fileprivate static var prerequisite: Self {
    readOnlyMapping("prerequisite") { keys in
      let date = keys.required("date", .date, about: "When the sources were looked at.")
      let sources = keys.required("sources", .oneOrMore(of: .url), about: "Where it can be read.")
      let supported = keys.required("supported", .oneOrMore(of: .support), about: "Patterns of platform tags: win_*.")
      let isComplete = keys.optional(
        "complete", .flag, default: false, about: "Whether what is not listed is not supported.")
      let neededBy = keys.optional(
        "needed-by", .oneOrMore(of: .tag), default: [], about: "The tags that need it at all; all, when left out.")
      guard let date, let sources, let supported else { return nil }
      return PrerequisiteTable.Entry(
        supported: supported, isComplete: isComplete, neededBy: neededBy, sources: sources, date: date)
    }
  }
}

extension YAMLForm where Value == PrerequisiteTable.Support {
  /// A pattern alone, or `{tag: win32, source: https://…, since: 2026-08-22}`.
  fileprivate static var support: Self {
    readOnlyMapping("supported tag") { keys in
      let tag = keys.required("tag", YAMLForm<String>.tag, about: "A pattern of platform tags.")
      let source = keys.optional("source", .url, about: "Where it can be read.")
      let since = keys.optional("since", .date, about: "The first day of which it holds.")
      return tag.map { PrerequisiteTable.Support(tag: $0, source: source, since: since) }
    }.orScalar(YAMLForm<String>.tag) { PrerequisiteTable.Support(tag: $0) }
  }
}

extension String {
  fileprivate static func isTag(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "*"):
          true
        default: false
        }
      }
  }
}

extension YAMLForm where Value == String {
  /// `manylinux*_x86_64`
  fileprivate static var tag: Self {
    scalar("a pattern of platform tags such as manylinux*_x86_64") { String.isTag($0) ? $0 : nil }
  }
}
