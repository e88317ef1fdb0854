package import Documents

/// The names that links can use in a document, and those that a rendered table adds.
package struct LinkTargets: Sendable {
  /// A target that is to be written into the document: `.. _name: uri`.
  package struct Definition: Hashable, Sendable {
    package var name: String
    package var uri: String
  }

  /// By normalised name; nil for a target that is a place in the document.
  private var uris: [String: String?] = [:]
  /// What was added, in the order of use.
  package private(set) var added: [Definition] = []
  private var allowsNames = true

  package init() {}

  /// - Parameter allowsNames: whether names may be added; otherwise a link carries its own URI.
  init(allowsNames: Bool) {
    self.allowsNames = allowsNames
  }

  package init(of document: PolicyDocument) {
    for target in document.targets where target.kind.isHyperlink && !target.name.isEmpty {
      uris[target.name] = target.uri
    }
  }

  /// Whether a reference by this name leads somewhere.
  package func contains(_ name: String) -> Bool { uris[Self.normalized(name)] != nil }

  /// Where a reference by this name leads, if that is a URI.
  package func uri(of name: String) -> String? { uris[Self.normalized(name)] ?? nil }

  /// Makes a name lead to a URI.
  ///
  /// - Returns: false where it leads elsewhere already.
  mutating func define(_ name: String, as uri: String) -> Bool {
    let key = Self.normalized(name)
    if let known = uris[key] { return known == uri }
    guard allowsNames else { return false }
    uris[key] = uri
    added.append(Definition(name: name, uri: uri))
    return true
  }

  private static func normalized(_ name: String) -> String { name.lowercased() }
}
