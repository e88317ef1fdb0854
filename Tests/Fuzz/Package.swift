// swift-tools-version: 6.2

import PackageDescription

// The fuzzer's entry point, apart from the main package because `--sanitize=fuzzer` brings a `main` of its own.
// The sources are links to the main package's, so that `package` declarations are within reach and every module is
// instrumented.
let package = Package(
  name: "Fuzz",
  targets: [
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
      name: "Fuzz",
      dependencies: ["Checks", "Diagnostics", "Documents", "Evidence", "PlatformTiersKit", "Policy"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-parse-as-library"]),
  ]
}
