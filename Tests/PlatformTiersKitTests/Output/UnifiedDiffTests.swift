import Foundation
import PlatformTiersKit
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.rst") -> String {
    String(decoding: UnifiedDiff.compare(Array(old.utf8), Array(new.utf8), path: path), as: UTF8.self)
  }

  @Test func equalFilesHaveNone() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
  }

  @Test func aChangeStandsInThreeLinesOfContext() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    #expect(
      diff(old, old.replacingOccurrences(of: "5", with: "five")) == """
        --- a/a.rst
        +++ b/a.rst
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func changesFarApartHaveAHunkEach() {
    let lines = (1...20).map(String.init)
    var changed = lines
    changed[1] = "two"
    changed[18] = "nineteen"
    let text = diff(lines.joined(separator: "\n") + "\n", changed.joined(separator: "\n") + "\n")
    #expect(
      text.components(separatedBy: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,5 +1,5 @@", "@@ -16,5 +16,5 @@"])
  }

  @Test func aMissingFinalLineEndIsShown() {
    #expect(diff("a", "a\n") == "--- a/a.rst\n+++ b/a.rst\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  @Test func anEmptySideHasTheNumberOfTheLineBefore() {
    #expect(diff("", "a\nb\n") == "--- a/a.rst\n+++ b/a.rst\n@@ -0,0 +1,2 @@\n+a\n+b\n")
    #expect(diff("a\n", "") == "--- a/a.rst\n+++ b/a.rst\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func aNameWithControlCharactersIsQuoted() {
    #expect(diff("", "a\n", path: "x\n+++ y\".rst").hasPrefix("--- \"a/x\\012+++ y\\\".rst\"\n+++ \"b/"))
    #expect(diff("", "a\n", path: "x y.rst").hasPrefix("--- a/x y.rst\t\n"))
    #expect(diff("", "a\n", path: "/tmp/x.rst").hasPrefix("--- a/tmp/x.rst\n"))
  }

  /// Whatever the two texts are, applying the difference to the old one gives the new one.
  @Test(arguments: 0..<60)
  func appliesToTheOldText(_ seed: Int) {
    var random = Generator(state: UInt64(seed) &* 7919 &+ 1)
    let old = random.lines(upTo: seed < 50 ? 40 : 2000)
    let new = random.edited(old, chance: [2, 10, 50, 90][seed % 4])
    let oldText = old.joined() + (random.next() % 2 == 0 ? "no end" : "")
    let newText = new.joined() + (random.next() % 2 == 0 ? "no end" : "")
    #expect(applied(diff(oldText, newText), to: oldText) == newText)
  }

  @Test func manyDifferencesTakeBoundedTime() {
    let old = (0..<50_000).map { "old \($0)\n" }.joined()
    let new = (0..<50_000).map { "new \($0)\n" }.joined()
    #expect(diff(old, new).hasSuffix("+new 49999\n"))
  }

  /// A strict `patch`: every context and deleted line must be where the hunk says.
  private func applied(_ diff: String, to old: String) -> String? {
    var result: [Substring] = []
    let old = lines(old)
    var offset = 0
    var remaining = lines(diff).dropFirst(2)
    while let line = remaining.popFirst() {
      let isUnfinished = remaining.first?.hasPrefix("\\") == true
      if isUnfinished { remaining.removeFirst() }
      let content = isUnfinished ? line.dropFirst().dropLast() : line.dropFirst()
      switch line.first {
      case "@":
        let parts = line.dropFirst(4).split(separator: " ")[0].split(separator: ",").compactMap { Int($0) }
        let start = parts.count == 2 && parts[1] == 0 ? parts[0] : parts[0] - 1
        guard start >= offset, start <= old.count else { return nil }
        result += old[offset..<start]
        offset = start
      case "+": result.append(content)
      case " ", "-":
        guard offset < old.count, old[offset] == content else { return nil }
        if line.first == " " { result.append(content) }
        offset += 1
      default: return nil
      }
    }
    return (result + old[offset...]).joined()
  }

  private func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      lines.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  private struct Generator {
    var state: UInt64

    mutating func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }

    mutating func lines(upTo count: Int) -> [String] {
      (0..<(next() % (count + 1))).map { _ in "line \(next() % 12)\n" }
    }

    mutating func edited(_ lines: [String], chance: Int) -> [String] {
      lines.flatMap { line in
        guard next() % 100 < chance else { return [line] }
        switch next() % 3 {
        case 0: return [] as [String]
        case 1: return [line, "added \(next() % 5)\n"]
        default: return ["changed \(next() % 5)\n"]
        }
      }
    }
  }
}
