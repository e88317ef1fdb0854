import Diagnostics
import Documents

/// The links of a document by the lines they stand on, with where references lead.
struct RowLinks: Sendable {
  struct Found: Sendable {
    var uri: String
    /// What the page shows for it.
    var text: String
  }

  /// In the order of their lines.
  private let found: [(line: Int, link: Found)]

  init(_ document: PolicyDocument) {
    let hyperlinks = document.targets.filter { $0.kind.isHyperlink }
    let named = Dictionary(keepingFirst: hyperlinks.map { ($0.name, $0) })
    let anonymous = hyperlinks.filter { $0.kind == .anonymous }
    var all = document.links.map { (line: $0.range.start.line, link: Found(uri: $0.uri, text: $0.text)) }
    var nameless = 0
    for reference in document.references {
      var target: LinkTarget?
      switch reference.kind {
      case .hyperlink: target = Self.end(of: named[reference.name], among: named)
      case .anonymous:
        target = anonymous.indices.contains(nameless) ? anonymous[nameless] : nil
        nameless += 1
      case .footnote, .citation, .substitution: break
      }
      guard let uri = target?.uri else { continue }
      all.append((reference.range.start.line, Found(uri: uri, text: reference.text)))
    }
    found = all.sorted { $0.line < $1.line }
  }

  /// The links on the lines of a range.
  func links(in range: SourceRange) -> [Found] {
    let start = found.partitioningIndex { $0.line >= range.start.line }
    return found[start...].prefix { $0.line <= range.end.line }.map { $0.link }
  }

  /// Where a chain of indirect targets leads; a long one leads nowhere.
  private static func end(of target: LinkTarget?, among targets: [String: LinkTarget]) -> LinkTarget? {
    var target = target
    for _ in 0..<8 {
      guard let current = target, let name = current.kind.nextName else { return target }
      target = targets[name]
    }
    return nil
  }
}
