import ArgumentParser

@main
struct PlatformTiers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "platform-tiers", abstract: "Check a platform-support policy, NumPy's NEP 57 first.")
}
