import Diagnostics
import Glibc

/// What is fuzzed: takes bytes, and gives what does not hold of the result, in words; nothing where all is well.
struct Subject: Sendable {
  let name: String
  let violations: @Sendable ([UInt8]) -> [String]

  static let all: [Subject] = [
    .rst, .markdown, .rstFixes, .markdownFixes, .rstGeneration, .markdownGeneration, .registry, .workflows, .index,
    .usage,
  ]

  /// The one that `Scripts/fuzz` names by the environment.
  static let chosen: Subject? = {
    guard let name = getenv("FUZZ_SUBJECT").map({ String(cString: $0) }) else { return nil }
    return all.first { $0.name == name }
  }()
}

/// libFuzzer's entry. An abort is how it takes note of an input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let subject = Subject.chosen else {
    say("FUZZ_SUBJECT names none of: \(Subject.all.map(\.name).joined(separator: " "))")
    exit(64)
  }
  let violations = subject.violations(Array(UnsafeBufferPointer(start: start, count: count)))
  guard !violations.isEmpty else { return 0 }
  say("does not hold:\n" + violations.joined(separator: "\n"))
  abort()
}

private func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
