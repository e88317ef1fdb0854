/// The URI of a hyperlink target (docutils, `Inliner.adjust_uri`).
enum TargetURI {
  /// A URI as it is written; an e-mail address gets `mailto:`.
  static func withScheme(_ written: [UInt8]) -> String {
    (isAddress(written) ? "mailto:" : "") + String(decoding: written, as: UTF8.self)
  }

  private static func isAddress(_ uri: [UInt8]) -> Bool {
    guard uri.contains(UInt8(ascii: "@")) else { return false }
    let whole = LineSlice(start: 0, end: uri.count)
    let text = InlineText(uri, lines: [whole])
    var scanner = InlineURIScanner(text, range: whole.offsets)
    guard let found = scanner.next() else { return false }
    return found.scheme == nil && found.range == whole.offsets
  }
}
