/// The version of a release, as PEP 440 reads and orders them: `2.6.0rc1` before `2.6.0`, `1.22` equal to `1.22.0`, and
/// `2.6.0-rc.1` another spelling of the first.
package struct ReleaseVersion: Sendable {
  package enum Phase: Int, Sendable {
    case alpha
    case beta
    case candidate
  }

  /// A part of a local version. A number sorts above a text.
  enum LocalPart: Hashable, Sendable {
    case text(String)
    case number(Int)
  }

  /// 1 in `1!2.0`; 0 where none is written.
  package let epoch: Int
  /// `2`, `6`, `0`, as written.
  package let numbers: [Int]
  package let phase: Phase?
  /// The number after the phase: 1 in `2.6.0rc1`.
  package let phaseNumber: Int
  package let post: Int?
  package let development: Int?
  /// What stands behind `+`, which an index does not take.
  let local: [LocalPart]
  private let text: String

  /// Nil when the text is no version: `2.4.x`.
  package init?(_ text: some StringProtocol) {
    var scanner = VersionScanner(text.utf8)
    guard let (epoch, numbers) = scanner.release() else { return nil }
    self.epoch = epoch
    self.numbers = numbers
    (phase, phaseNumber) = scanner.phase()
    post = scanner.post()
    development = scanner.number(afterAny: ["dev"])
    guard let local = scanner.local(), scanner.isAtEnd else { return nil }
    self.local = local
    self.text = String(text)
  }

  /// Whether it comes before the release that it is named for.
  package var isPreRelease: Bool { phase != nil || development != nil }

  /// Whether what holds from `other` on holds for this version. The candidates of a release belong to it: what holds
  /// from 2.6.0 on holds for 2.6.0rc1.
  package func isCovered(by other: ReleaseVersion) -> Bool {
    self >= other || !other.isPreRelease && epoch == other.epoch && trimmed == other.trimmed
  }

  private var trimmed: ArraySlice<Int> {
    let end = numbers.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    return numbers[..<end]
  }

  /// What stands behind the numbers, as a list that sorts as PEP 440 says.
  private var suffix: [Int] {
    let isOnlyDevelopment = phase == nil && post == nil && development != nil
    return [
      isOnlyDevelopment ? -1 : phase?.rawValue ?? 3, phaseNumber, post ?? -1, development ?? .max,
    ]
  }
}

extension ReleaseVersion: Comparable, Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.epoch == right.epoch && left.trimmed == right.trimmed && left.suffix == right.suffix
      && left.local == right.local
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.epoch != right.epoch { return left.epoch < right.epoch }
    if left.trimmed != right.trimmed { return left.trimmed.lexicographicallyPrecedes(right.trimmed) }
    if left.suffix != right.suffix { return left.suffix.lexicographicallyPrecedes(right.suffix) }
    return left.local.lexicographicallyPrecedes(right.local)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    hasher.combine(trimmed)
    hasher.combine(suffix)
    hasher.combine(local)
  }
}

extension ReleaseVersion.LocalPart: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.text, .number): true
    case (.number, .text): false
    case (.number(let left), .number(let right)): left < right
    }
  }
}

extension ReleaseVersion {
  /// As PEP 440 would have it written.
  package var canonical: String {
    var result = epoch == 0 ? "" : "\(epoch)!"
    result += numbers.map(String.init).joined(separator: ".")
    switch phase {
    case .alpha: result += "a\(phaseNumber)"
    case .beta: result += "b\(phaseNumber)"
    case .candidate: result += "rc\(phaseNumber)"
    case nil: break
    }
    if let post { result += ".post\(post)" }
    if let development { result += ".dev\(development)" }
    return local.isEmpty ? result : result + "+" + local.map { $0.text }.joined(separator: ".")
  }
}

extension ReleaseVersion.LocalPart {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    }
  }
}

extension ReleaseVersion: CustomStringConvertible {
  /// As it was written.
  package var description: String { text }
}
