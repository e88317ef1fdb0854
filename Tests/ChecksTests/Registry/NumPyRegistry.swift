import Checks
import Diagnostics
import Foundation
import Policy
import Testing

/// The registry in this repository's `registry` folder.
enum NumPyRegistry {
  static func read() throws -> RegistryReader.Result {
    let folder = PackageFolder.url.appending(path: "registry")
    func file(_ path: String) throws -> SourceFile {
      SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "platforms").path())
    return RegistryReader.read(
      RegistryFiles(
        policy: .file(try file("policy.yaml")), people: .file(try file("people.yaml")),
        platforms: try names.filter { $0.hasSuffix(".yaml") }.map { try file("platforms/\($0)") }))
  }

  /// `rule platform` of everything that the rules find in its files, sorted.
  static func findings(today: String = "2026-11-23") throws -> [String] {
    let read = try read()
    let registry = try #require(read.registry)
    return PlatformRunner.diagnostics(
      for: registry, places: read.places, rules: AllRules.linting, today: try #require(CalendarDate(today))
    ).map { "\($0.severity.rawValue) \($0.rule) \($0.file.dropFirst("platforms/".count).dropLast(".yaml".count))" }
      .sorted()
  }
}
