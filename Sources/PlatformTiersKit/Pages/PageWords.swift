import Checks
import Policy
import Rendering

extension String {
  /// A sentence of a policy or a reason, as pages write it: with a capital and a full stop.
  var sentence: String {
    guard let first else { return self }
    return (first.uppercased() + dropFirst()).ended
  }

  /// With a full stop where nothing ends it.
  var ended: String { last.map { ".!?".contains($0) } ?? true ? self : self + "." }
}

extension Verdict.Duty {
  /// How pages call it.
  var title: String {
    switch self {
    case .ci: "CI"
    case .blocking: "Blocks releases"
    case .contacts: "Contacts"
    case .acknowledgement: "Acknowledged"
    case .wheels: "Wheels"
    case .publishing: "Publishing"
    case .publicBuild: "Public build"
    case .demand: "Demand"
    case .employment: "Employment"
    case .prerequisites: "Prerequisites"
    }
  }
}

extension Verdict.Status {
  var label: PageText { label(rawValue) }

  fileprivate func label(_ word: String) -> PageText {
    switch self {
    case .kept: .label(word, .met)
    case .broken: .label(word, .unmet)
    case .unknown: .label(word, .unknown)
    }
  }
}

extension Verdict {
  var label: PageText { status.label(word) }
}

extension Place {
  /// As a heading has it: with a capital.
  var title: String { name.prefix(1).uppercased() + name.dropFirst() }

  /// As a word for where one platform stands.
  var standing: String {
    switch self {
    case .tier(let tier): tier.name
    case .unsupported(let list) where list.kind == .knownInterest: "Known interest"
    case .unsupported: "Formerly supported"
    }
  }
}

/// What a tier asks, in a few words each, for a table of all tiers.
extension Duties {
  var ciWords: String {
    guard let ci else { return "not asked" }
    let accepted = ci.accepted.map { $0.words }.joined(separator: " or ")
    let exceptions = ci.byException.map { $0.words }.joined(separator: " or ")
    return exceptions.isEmpty ? accepted : "\(accepted); \(exceptions) by exception"
  }

  var wheelWords: String {
    switch wheels.kind {
    case .released: "released"
    case .none: "none"
    case .unstated: "not stated"
    }
  }

  var blockingWords: String {
    let causes = blocking.causes.map { cause in
      switch cause {
      case .ci: "CI"
      case .wheelBuild: "wheel builds"
      }
    }
    return causes.isEmpty ? "nothing" : causes.joined(separator: ", ")
  }

  var contactWords: String {
    if contacts.isShared { return "all maintainers" }
    guard contacts.minimum > 0 else { return "not asked" }
    return "at least \(contacts.minimum): " + contacts.roles.map { $0.rawValue }.joined(separator: " or ")
  }
}

extension CIJob {
  /// Where its workflow is.
  var location: PageText {
    let file = PageText.code(workflow)
    return repository.map { PageText($0 + ": ") + file } ?? file
  }
}
