import Diagnostics
package import Policy

/// What others support of what platforms depend on, as of a day: which platform tags the interpreter, the index, the
/// builder, its images and a BLAS have.
package struct PrerequisiteTable: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case cpython
    case index
    case cibuildwheel
    case manylinux
    case blas
  }

  /// What is supported, by a pattern of platform tags.
  package struct Support: Hashable, Sendable {
    package var tag: String
    /// Where that can be read; nil where the entry's sources say it.
    package var source: String?
    /// The first day of which it holds; nil where it holds as long as anybody asks.
    package var since: CalendarDate?
  }

  package struct Entry: Hashable, Sendable {
    package var supported: [Support]
    /// Whether what is not listed is not supported; else nothing is said of it.
    package var isComplete: Bool
    /// Patterns of the tags that need it at all; empty: all do.
    package var neededBy: [String]
    package var sources: [String]
    /// When the sources were looked at.
    package var date: CalendarDate
  }

  package var entries: [Kind: Entry]

  /// What the table says of one prerequisite of a platform on a day, which is any when nil; nil where it says nothing.
  package func state(_ kind: Kind, of platform: Platform, on day: CalendarDate? = nil) -> Prerequisites.State? {
    let tags = platform.patterns.map { $0.platform }
    guard let entry = entries[kind], !tags.isEmpty else { return nil }
    func fits(_ patterns: [String]) -> Bool {
      tags.contains { tag in patterns.contains { TagPattern.overlap(tag, $0) } }
    }
    // A pattern that could be any system's is one of these only where it says so: `*wasm32` needs no manylinux.
    let isNeeded = tags.contains { tag in tag == "*" || entry.neededBy.contains { Wildcard(stars: $0).matches(tag) } }
    if !entry.neededBy.isEmpty, !isNeeded { return .notNeeded }
    let supported = entry.supported.filter { support in
      guard let day, let since = support.since else { return true }
      return since <= day
    }
    if fits(supported.map({ $0.tag })) { return .met }
    return entry.isComplete ? .unmet : nil
  }

  /// A platform's prerequisites: what the table says, and what the registry records of the rest.
  package func prerequisites(of platform: Platform, on day: CalendarDate? = nil) -> Prerequisites {
    var result = platform.prerequisites
    for kind in Kind.allCases {
      if let state = state(kind, of: platform, on: day) { result[kind] = .known(state) }
    }
    return result
  }
}

extension Prerequisites {
  package subscript(kind: PrerequisiteTable.Kind) -> Known<State> {
    get {
      switch kind {
      case .cpython: cpython
      case .index: index
      case .cibuildwheel: cibuildwheel
      case .manylinux: manylinux
      case .blas: blas
      }
    }
    set {
      switch kind {
      case .cpython: cpython = newValue
      case .index: index = newValue
      case .cibuildwheel: cibuildwheel = newValue
      case .manylinux: manylinux = newValue
      case .blas: blas = newValue
      }
    }
  }
}
