import Diagnostics

/// The rules that a run applies, chosen by `--select` and `--ignore` or by a configuration file.
package struct RuleSelection: Sendable {
  /// In the order of `AllRules`.
  package var rules: [Rule]
  /// Names that are neither a rule's nor a family's, in the order given.
  package var unknown: [UnknownName]

  /// A name that selects nothing.
  package struct UnknownName: Hashable, Sendable, CustomStringConvertible {
    package var name: String
    /// The rule or family that was probably meant.
    package var suggestion: String?

    package var description: String {
      let hint = suggestion.map { "did you mean '\($0)'?" } ?? "'platform-tiers rules' lists them"
      return "there is no rule or family '\(name)'; \(hint)"
    }
  }

  /// Chooses rules by id or family.
  ///
  /// - Parameter select: all rules when empty.
  /// - Parameter ignore: taken away from the selected ones; but a rule selected by its own id stays when only its family
  ///   is ignored.
  package init(select: [String] = [], ignore: [String] = [], from all: [Rule] = AllRules.linting) {
    rules = all.filter { rule in
      let id = rule.id
      let family = rule.family.rawValue
      if ignore.contains(id) || (ignore.contains(family) && !select.contains(id)) { return false }
      return select.isEmpty || select.contains(id) || select.contains(family)
    }
    let names = RuleFamily.allCases.map { $0.rawValue } + all.map { $0.id }
    unknown = (select + ignore).filter { !names.contains($0) }.map { name in
      UnknownName(name: name, suggestion: NearestName.closest(to: name, in: names))
    }
  }
}
