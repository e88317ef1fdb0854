import Diagnostics
import Documents

/// What the names of a document mean.
///
/// In reStructuredText targets, titles, footnotes and citations share one space of names (docutils,
/// `document.set_name_id_map`): what is named on purpose takes a name from titles, and loses it to the next that claims
/// it, unless both lead to the same address. In Markdown the first definition stays.
struct DocumentNames {
  /// Whom a name belongs to.
  private struct Owner {
    /// The index of the target; nil where several claim the name, so that it leads nowhere.
    var target: Int?
    var isExplicit: Bool
    /// The index of the first that was named so.
    let first: Int
  }

  private let document: PolicyDocument
  private var owners: [String: Owner] = [:]
  /// Names of `` `name <other_>`_ ``, which are nobody's own, and what they lead on to.
  private var aliases: [String: String] = [:]
  /// The names that targets lead on to.
  private var nextNames: Set<String> = []
  /// Their names in lower case; Sphinx defines some itself.
  private var substitutions: Set<String> = ["release", "version", "today", "translation progress"]
  private(set) var anonymousCount = 0
  /// The targets that a name was taken from, or that found it taken, each with the index of the first of that name.
  private(set) var repeated: [(target: Int, first: Int)] = []
  /// How many footnotes there are with `#`, and with `*`, for a label.
  private(set) var unlabelledCounts = (numbers: 0, symbols: 0)

  init(_ document: PolicyDocument) {
    self.document = document
    var firstSubstitutions: [String: Int] = [:]
    for (index, target) in document.targets.enumerated() {
      if let name = target.kind.nextName { nextNames.insert(name) }
      switch target.kind {
      case .anonymous: anonymousCount += 1
      // `` `name <name_>`_ `` needs another that has the name.
      case .alias(let other): if other != target.name { aliases[target.name] = other }
      case .external, .internal, .indirect, .citation, .named: claim(target.name, index, isExplicit: true)
      case .footnote where target.name.isEmpty: if target.text == "*" { unlabelledCounts.symbols += 1 }
      case .footnote: claim(target.name, index, isExplicit: true)
      case .heading: claim(target.name, index, isExplicit: false)
      case .contents: if owners[target.name] == nil { claim(target.name, index, isExplicit: false) }
      case .substitution:
        substitutions.insert(target.name)
        // Case tells definitions apart, though references find them without.
        let first = firstSubstitutions[target.text] ?? index
        firstSubstitutions[target.text] = first
        if first != index { repeated.append((index, first)) }
      }
    }
    // In Markdown a title is no target; but some renderers make it one.
    if document.format == .markdown {
      for section in document.sections where owners[section.title.folded] == nil {
        owners[section.title.folded] = Owner(target: 0, isExplicit: false, first: 0)
      }
    }
    numberFootnotes()
  }

  private mutating func claim(_ name: String, _ index: Int, isExplicit: Bool) {
    guard !name.isEmpty else { return }
    guard var owner = owners[name] else {
      owners[name] = Owner(target: index, isExplicit: isExplicit, first: index)
      return
    }
    if !isExplicit {
      if !owner.isExplicit { owner.target = nil }
    } else if !owner.isExplicit {
      owner = Owner(target: index, isExplicit: true, first: index)
    } else if !leadTo(owner.target, index) {
      repeated.append((index, owner.first))
      if document.format == .restructuredText { owner.target = nil }
    }
    owners[name] = owner
  }

  /// Whether two targets lead to the same address.
  private func leadTo(_ first: Int?, _ second: Int) -> Bool {
    guard let first, let uri = document.targets[second].uri else { return false }
    return document.targets[first].uri == uri
  }

  /// Gives the footnotes that are numbered by themselves the first numbers that are free, which are their names.
  private mutating func numberFootnotes() {
    var number = 1
    for (index, target) in document.targets.enumerated() where target.kind == .footnote && target.text.hasPrefix("#") {
      while owners[String(number)] != nil { number += 1 }
      if target.name.isEmpty {
        owners[String(number)] = Owner(target: index, isExplicit: true, first: index)
        unlabelledCounts.numbers += 1
      }
      number += 1
    }
  }

  // MARK: References

  enum Meaning {
    case defined
    case undefined
    /// Several things have the name, so that it means none of them.
    case ambiguous
  }

  func meaning(of reference: Reference) -> Meaning {
    if reference.kind == .substitution { return substitutions.contains(reference.name) ? .defined : .undefined }
    let owner = owners[reference.name]
    if owner?.target != nil { return .defined }
    // An alias of nothing is reported where it is; a target that leads on to it leads nowhere.
    if let next = aliases[reference.name], owners[next]?.target != nil || !nextNames.contains(reference.name) {
      return .defined
    }
    return owner == nil ? .undefined : .ambiguous
  }

  /// Whether a reference is a link with an address in it, `` `name <https://…>`_ ``, whatever else has the name.
  func hasOwnAddress(_ reference: Reference) -> Bool {
    let next = document.targets.partitioningIndex { $0.range.start >= reference.range.start }
    guard next < document.targets.count else { return false }
    let target = document.targets[next]
    return target.kind == .external && target.name == reference.name && reference.range.contains(target.range)
  }

  /// Whether the label of a footnote numbered by itself is the footnote's own.
  func isNumberedFootnote(_ name: String) -> Bool {
    guard let target = owners[name]?.target.map({ document.targets[$0] }) else { return false }
    return target.kind == .footnote && target.text.hasPrefix("#") && !target.name.isEmpty
  }

  /// What a reference may have been meant to name.
  func nearest(to reference: Reference) -> String? {
    let names = reference.kind == .substitution ? substitutions : Set(owners.keys).union(aliases.keys)
    return NearestName.closest(to: reference.name, in: names.sorted())
  }

  /// The targets that lead on to others and, by way of these, back to themselves: the first of each circle.
  var circles: [LinkTarget] {
    enum State { case entered, left }
    var states: [Int: State] = [:]
    var found: [LinkTarget] = []
    for start in document.targets.indices {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, states[index] == nil, let name = document.targets[index].kind.nextName {
        states[index] = .entered
        path.append(index)
        current = owners[name]?.target
      }
      if let current, states[current] == .entered { found.append(document.targets[current]) }
      for index in path { states[index] = .left }
    }
    return found
  }
}
