import Diagnostics

/// Where the links of a document lead.
struct LinkResolver {
  private var targets: [String: LinkTarget] = [:]
  private var anonymousURIs: [String?] = []
  private var anonymousReferences: [SourcePosition] = []

  /// Aliases of aliases are followed so far; names may lead round in a circle.
  private static let aliasLimit = 16

  init(of document: PolicyDocument) {
    for target in document.targets where target.kind.isHyperlink {
      if target.kind == .anonymous {
        anonymousURIs.append(target.uri)
      } else if targets[target.name] == nil {
        targets[target.name] = target
      }
    }
    anonymousReferences = document.references.filter { $0.kind == .anonymous }.map { $0.range.start }.sorted()
  }

  /// The URI that a normalised name leads to; nil for a place in the document, and for nothing.
  func uri(of name: String) -> String? {
    var name = name
    for _ in 0..<Self.aliasLimit {
      guard let target = targets[name] else { return nil }
      guard let other = target.kind.nextName else { return target.uri }
      name = other
    }
    return nil
  }

  /// The URI of the how-manieth anonymous reference, counted from 1, that stands at a place or behind it.
  func anonymousURI(_ number: Int, from place: SourcePosition) -> String? {
    let index = anonymousReferences.partitioningIndex { $0 >= place } + number - 1
    return anonymousURIs.indices.contains(index) ? anonymousURIs[index] : nil
  }

  /// Those that names lead to, by the names in lower case.
  var uris: [String: String] { targets.compactMapValues { $0.uri } }
}
