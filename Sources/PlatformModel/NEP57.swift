extension Policy {
  /// NumPy's NEP 57, as published on 2026-07-17.
  package static let nep57 = Policy(id: "nep57", name: "NEP 57", tiers: [])
}
