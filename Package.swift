// swift-tools-version: 6.3

import PackageDescription

// A target imports only targets that stand above it in this list, and the ones it imports are named:
// CI builds with `--explicit-target-dependency-import-check error`.
let package = Package(
  name: "platform-tiers",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "platform-tiers", targets: ["platform-tiers"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The module maps name a header and no library, so that the .pc file decides between dynamic and static.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "Policy", dependencies: ["CYAML", "Diagnostics"]),
    .target(name: "Documents", dependencies: ["CCMark", "Diagnostics", "Policy"]),
    .target(name: "Rendering", dependencies: ["Diagnostics", "Documents"]),
    .target(
      name: "Evidence",
      dependencies: ["Diagnostics", "Policy"],
      resources: [.embedInCode("Prerequisites/prerequisites.yaml")]),
    .target(name: "Checks", dependencies: ["Diagnostics", "Documents", "Evidence", "Policy"]),
    .target(
      name: "PlatformTiersKit",
      dependencies: ["Checks", "Diagnostics", "Documents", "Evidence", "Policy", "Rendering"],
      resources: [.embedInCode("Pages/platforms.schema.json")]),
    .executableTarget(
      name: "platform-tiers",
      dependencies: [
        "Diagnostics", "Documents", "PlatformTiersKit", "Policy", "Rendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", dependencies: ["Diagnostics", "Documents"], path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "PolicyTests", dependencies: ["Diagnostics", "Policy", "TestSupport"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Diagnostics", "Documents", "Policy", "TestSupport"]),
    .testTarget(name: "RenderingTests", dependencies: ["Diagnostics", "Documents", "Rendering", "TestSupport"]),
    .testTarget(name: "EvidenceTests", dependencies: ["Diagnostics", "Evidence", "Policy", "TestSupport"]),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Diagnostics", "Documents", "Evidence", "Policy", "TestSupport"]),
    .testTarget(
      name: "PlatformTiersKitTests",
      dependencies: [
        "Checks", "Diagnostics", "Documents", "Evidence", "PlatformTiersKit", "Policy", "Rendering", "TestSupport",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["Diagnostics", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
