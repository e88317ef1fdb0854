package import Diagnostics
package import Policy

/// Runs rules over the platforms of a registry and makes diagnostics of what they find.
package enum PlatformRunner {
  /// What the rules find, in report order.
  ///
  /// - Parameter places: where each platform's file says what, by the platform's id; platforms without are left out.
  package static func diagnostics(
    for registry: Registry, places: [String: ValuePlaces], rules: [Rule], today: CalendarDate
  ) -> [Diagnostic] {
    registry.platforms.flatMap { platform -> [Diagnostic] in
      guard let places = places[platform.id] else { return [] }
      return diagnostics(
        for: PlatformContext(platform, in: registry, places: places, today: today), rules: rules)
    }.sorted(by: Diagnostic.reportOrder)
  }

  /// What the rules find of one platform, as it stands.
  static func diagnostics(for context: PlatformContext, rules: [Rule]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in rules {
      guard case .platform(let check) = rule.check else { continue }
      check(context) { finding in
        found.append(finding.diagnostic(of: rule, in: context.places.file, policy: context.registry.policy))
      }
    }
    return found
  }
}
