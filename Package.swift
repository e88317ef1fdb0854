// swift-tools-version: 6.2

import PackageDescription

// A target imports only targets that stand above it in this list, and the ones it imports are named:
// CI builds with `--explicit-target-dependency-import-check error`.
let package = Package(
  name: "platform-tiers",
  products: [
    .executable(name: "platform-tiers", targets: ["platform-tiers"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The module maps name a header and no library, so that the .pc file decides between dynamic and static.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "PlatformModel"),
    .target(name: "PlatformRegistry", dependencies: ["CYAML", "Diagnostics", "PlatformModel"]),
    .target(name: "PolicyDocuments", dependencies: ["CCMark", "Diagnostics", "PlatformModel"]),
    .target(name: "TableRendering", dependencies: ["Diagnostics", "PolicyDocuments"]),
    .target(
      name: "PlatformRules", dependencies: ["Diagnostics", "PlatformModel", "PlatformRegistry", "PolicyDocuments"]),
    .target(
      name: "PlatformReview",
      dependencies: ["Diagnostics", "PlatformModel", "PlatformRegistry", "PolicyDocuments", "PlatformRules"]),
    .target(
      name: "PlatformEvidence",
      dependencies: ["Diagnostics", "PlatformModel", "PlatformRegistry", "PlatformRules"],
      resources: [.embedInCode("Prerequisites/prerequisites.yaml")]),
    .target(
      name: "PlatformTiersKit",
      dependencies: [
        "Diagnostics", "PlatformModel", "PlatformRegistry", "PolicyDocuments", "TableRendering", "PlatformRules",
        "PlatformReview", "PlatformEvidence",
      ]),
    .executableTarget(
      name: "platform-tiers",
      dependencies: [
        "Diagnostics", "PlatformModel", "PolicyDocuments", "TableRendering", "PlatformTiersKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "PolicyDocuments"],
      path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "PlatformModelTests", dependencies: ["PlatformModel"]),
    .testTarget(
      name: "PlatformRegistryTests",
      dependencies: ["Diagnostics", "PlatformModel", "PlatformRegistry", "TestSupport"]),
    .testTarget(
      name: "PolicyDocumentsTests",
      dependencies: ["Diagnostics", "PlatformModel", "PolicyDocuments", "TestSupport"]),
    .testTarget(
      name: "TableRenderingTests",
      dependencies: ["Diagnostics", "PolicyDocuments", "TableRendering", "TestSupport"]),
    .testTarget(
      name: "PlatformRulesTests",
      dependencies: [
        "Diagnostics", "PlatformEvidence", "PlatformModel", "PlatformRegistry", "PlatformReview", "PlatformRules",
        "PolicyDocuments", "TestSupport",
      ]),
    .testTarget(
      name: "PlatformEvidenceTests",
      dependencies: [
        "Diagnostics", "PlatformEvidence", "PlatformModel", "PlatformRegistry", "PlatformRules", "PolicyDocuments",
        "TestSupport",
      ]),
    .testTarget(
      name: "PlatformReviewTests",
      dependencies: [
        "Diagnostics", "PlatformModel", "PlatformRegistry", "PlatformReview", "PlatformRules", "PolicyDocuments",
        "TestSupport",
      ]),
    .testTarget(
      name: "PlatformTiersKitTests",
      dependencies: [
        "Diagnostics", "PlatformEvidence", "PlatformModel", "PlatformRegistry", "PlatformReview", "PlatformRules",
        "PlatformTiersKit", "PolicyDocuments", "TableRendering", "TestSupport",
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
