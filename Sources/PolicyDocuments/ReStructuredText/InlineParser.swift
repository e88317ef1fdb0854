import Diagnostics

/// What a run of inline markup reads as.
struct InlineContent: Sendable {
  /// The plain text as docutils' `astext()` gives it: markup removed, escapes resolved, line breaks as LF; white space is
  /// not collapsed yet.
  var text: [UInt8] = []
  /// The `*emphasised*` stretches: offsets in `text`, and where they stand in the source (the markup included).
  var emphasised: [(offsets: Range<Int>, source: Range<Int>)] = []
}

/// Reads inline markup: emphasis, literals, references, roles, targets, footnotes, substitutions, standalone links.
///
/// What it finds besides text is collected in `references`, `targets` and `links`, over all calls, in the order of calls.
struct InlineParser {
  private(set) var references: [Reference] = []
  private(set) var targets: [LinkTarget] = []
  private(set) var links: [Link] = []

  /// Reads the lines of one text block, joined by LF as docutils does.
  mutating func parse(_ lines: [LineSlice], in source: SourceText) -> InlineContent {
    InlineContent()
  }
}
