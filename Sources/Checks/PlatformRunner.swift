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
    var found: [Diagnostic] = []
    for platform in registry.platforms {
      guard let places = places[platform.id] else { continue }
      let context = PlatformContext(platform, in: registry, places: places, today: today)
      for rule in rules {
        guard case .platform(let check) = rule.check else { continue }
        check(context) { finding in
          found.append(finding.diagnostic(of: rule, in: places.file, policy: registry.policy))
        }
      }
    }
    return found.sorted(by: Diagnostic.reportOrder)
  }
}
