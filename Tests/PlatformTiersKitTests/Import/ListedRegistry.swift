import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Rendering
import TestSupport

/// Registries of what tables can hold, in texts that are likely to be taken for markup, and pages with their tables.
struct ListedRegistry {
  private var generator: SeededGenerator

  static func make(seed: Int) -> Registry {
    var maker = Self(generator: SeededGenerator(seed: UInt64(seed)))
    let people = (0..<40).map { Person(id: "p\($0)", name: maker.person(number: $0)) }
    let places = Policy.nep57.places
    let platforms = (0..<Int.random(in: 1...8, using: &maker.generator)).map { number in
      let place = maker.pick(places)
      let holdsContacts = place.listing.columns.contains { $0.role == .contacts }
      let count = maker.pick([0, 1, 2, 3, 40])
      return Platform(
        id: "x\(number)", name: maker.text(1...3) + "\(number)", notes: maker.note(),
        contacts: holdsContacts
          ? people.shuffled(using: &maker.generator).prefix(count).map { Contact(person: $0.id) } : [],
        moves: [Move(date: Self.day, to: place.id)])
    }
    return Registry(
      policy: .nep57, people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first }, platforms: platforms)
  }

  static let day = CalendarDate(year: 2026, month: 2, day: 9).unsafelyUnwrapped

  /// A page with all of a registry's tables under the headings of its policy.
  static func page(of registry: Registry, as format: DocumentFormat) -> (file: SourceFile, isWhole: Bool) {
    var text = format == .markdown ? "# Platforms\n\n" : "Platforms\n#########\n\n"
    var headings: Set<String> = []
    for place in registry.policy.places {
      let heading = place.listing.headings.first ?? place.name
      if headings.insert(heading).inserted {
        text += format == .markdown ? "## \(heading)\n\n" : "\(heading)\n\(heading.map { _ in "-" }.joined())\n\n"
      }
      if let words = place.listing.introducedBy.first { text += "Those \(words):\n\n" }
      let (open, close) = format == .markdown ? ("<!-- ", " -->") : (".. ", "")
      text += "\(open)platform-tiers: begin \(place.id)\(close)\n\n\(open)platform-tiers: end\(close)\n\n"
    }
    let generated = DocumentGenerator(RegistryTables(registry, at: .present))
      .generate(SourceFile(path: "page", text: text), as: format)
    return (
      SourceFile(path: "page", bytes: generated.bytes), generated.refused.isEmpty && generated.unwritten.isEmpty
    )
  }

  // MARK: Texts

  private mutating func note() -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return ""
    case 1: return text(1...6)
    case 2: return text(1...2) + " see [\(pick(["gh-1", "gh-2", "a b", "漢字"]))](\(pick(Self.uris))), and " + text(1...2)
    case 3: return "`\(pick(["a|b", "x\\y", "a b"]))` and *soon* " + text(1...2)
    case 4: return "[gh-1](\(pick(Self.uris))) [gh-1](\(pick(Self.uris)))"
    default: return MarkdownNote.text(of: CellContent(text: text(1...6)))
    }
  }

  private mutating func text(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in pick(Self.words) }.joined(
      separator: pick([" ", " ", ""]))
  }

  /// A name that is one: commas and `and` would divide it.
  private mutating func person(number: Int) -> String {
    pick(["Ada", "漢字", "e\u{301}va", "O'Neil", "\"Bo\"", "a|b", "a\\b", "*Zed*", "`q`", "x_y_", "<Li>"])
      + " Nr\(number)"
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private static let uris = ["https://example.org/1", "https://example.org/2_", "/page.html#a", "mailto:a@example.org"]

  private static let words = [
    "Windows", "x86-64", "(musllinux)", "<script>", "a | b", "|", "||", "\\", "\\|", "\\\\", "\"quoted\"", "'", "`x`_",
    "*",
    "**", "_", "a_", "::", "- item", "1. x", "+---+", "====", "漢字", "한국어", "e\u{301}", "\u{301}", "🎉", "👩‍👩‍👧", "עברית",
    "&amp;", "AT&T", "[a](b)", "[1]_", "javascript:alert(1)", "=1+1", "@x", "<=2.4.x", "https://example.org/a_b", "#",
    "~", ";",
  ]
}
