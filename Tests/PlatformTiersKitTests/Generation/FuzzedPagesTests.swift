import Checks
import Diagnostics
import Documents
import Foundation
import PlatformTiersKit
import Policy
import Testing
import TestSupport

/// Pages with any number of slips, through import, generate and the fixes of all rules; for as long as
/// `PLATFORM_TIERS_FUZZ_SECONDS` says.
@Suite("Pages with many slips")
struct FuzzedPagesTests {
  private static let seconds = ProcessInfo.processInfo.environment["PLATFORM_TIERS_FUZZ_SECONDS"].flatMap(Int.init)
  private static let seed = ProcessInfo.processInfo.environment["PLATFORM_TIERS_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  private struct Seed {
    var policy: Policy
    var path: String
    var bytes: [UInt8]
  }

  /// The miniatures, and of each published page the first revision where those are at hand.
  private static func seeds() throws -> [Seed] {
    let miniatures = [KeystrokeTests.grid, KeystrokeTests.simple, KeystrokeTests.pipes, KeystrokeTests.lists]
    var seeds = miniatures.map { text in
      Seed(policy: .nep57, path: text.hasPrefix("#") ? "page.md" : "page.rst", bytes: Array(text.utf8))
    }
    for project in PublishedPage.projects {
      guard let page = try PublishedPage.all(of: project).first else { continue }
      seeds.append(Seed(policy: page.policy, path: page.path, bytes: page.file.bytes))
    }
    return seeds
  }

  @Test("are imported and written back, and what mends them mends them at once")
  func pages() throws {
    let seeds = try Self.seeds()
    let end = Self.seconds.map { Date.now.addingTimeInterval(TimeInterval($0)) }
    var number: UInt64 = 0
    while end.map({ Date.now < $0 }) ?? (number < 60) {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ number)
      let seed = seeds[Int(number) % seeds.count]
      let page = try PublishedPage("fuzzed", seed.path, seed.policy, Self.slipped(seed.bytes, seeds, &generator))
      let context = Testing.Comment(rawValue: "\(seed.path), seed \(Self.seed), page \(number)")
      Self.checkImport(of: page, context)
      try Self.checkWriting(of: page, PublishedPage("fuzzed", seed.path, seed.policy, seed.bytes), context)
      Self.checkFixes(of: page, context)
      number += 1
    }
  }

  // MARK: What has to hold

  /// What a page's own registry has, the page says: nothing is written, whatever is refused.
  private static func checkImport(of page: PublishedPage, _ context: Testing.Comment) {
    let imported = RegistryImportTests.imported(page.file, as: page.format, policy: page.policy)
    guard imported.omissions.isEmpty, imported.remarks.isEmpty else { return }
    #expect(page.generated(imported.registry).bytes == page.file.bytes, context)
  }

  /// What the whole page's registry has is written so that a second run changes nothing.
  private static func checkWriting(of page: PublishedPage, _ whole: PublishedPage, _ context: Testing.Comment) {
    let registry = RegistryImportTests.imported(whole.file, as: whole.format, policy: whole.policy).registry
    let written = page.generated(registry)
    let again = page.generated(registry, from: SourceFile(path: page.path, bytes: written.bytes))
    #expect(again.bytes == written.bytes, context)
  }

  /// Fixed again and again as `lint --fix` does, a page comes to rest.
  private static func checkFixes(of page: PublishedPage, _ context: Testing.Comment) {
    guard let today = RuleExample.today else { return }
    var file = page.file
    for _ in 0..<10 {
      let document = DocumentReader.read(file, as: page.format)
      let located = PolicyInterpreter.locate(document, in: file, policy: page.policy)
      let linted = RuleContext(file: file, document: document, policy: page.policy, located: located, today: today)
      let fixes = RuleRunner.diagnostics(for: linted, rules: AllRules.all).compactMap(\.fix).filter {
        $0.safety == .safe
      }
      let bytes = file.applying(fixes).bytes
      if bytes == file.bytes { return }
      file = SourceFile(path: file.path, bytes: bytes)
    }
    Issue.record(context)
  }

  // MARK: Slips

  private static func slipped(_ bytes: [UInt8], _ seeds: [Seed], _ generator: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let number = Int.random(in: 0..<lines.count, using: &generator)
      let other = Int.random(in: 0..<lines.count, using: &generator)
      let index = Int.random(in: 0...lines[number].count, using: &generator)
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: lines.insert(lines[number], at: other)
      case 1 where lines.count > 1: lines.remove(at: number)
      case 2: lines.swapAt(number, other)
      case 3: lines.insert([], at: number)
      case 4: lines[number].insert(UInt8(ascii: " "), at: 0)
      case 5 where index < lines[number].count: lines[number].remove(at: index)
      case 6: lines[number] = Array(lines[number][..<index]) + lines[other]
      case 7:
        let donor = seeds.randomElement(using: &generator)?.bytes ?? []
        lines.insert(
          Array(donor.prefix(4000).split(separator: 0x0A).randomElement(using: &generator) ?? []), at: number)
      default:
        let typed = Array("|+-=*_`:.\\[]()<>#~ \t1aé".utf8).randomElement(using: &generator) ?? 0x20
        lines[number].insert(typed, at: index)
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
