/// A pattern with wildcards, however its dialect writes them.
///
/// Matching follows all ways to match at once and never goes back, so it takes at most the product of the two lengths.
package struct Wildcard: Hashable, Sendable {
  /// What stands for one character, which is a Unicode scalar.
  package enum Characters: Hashable, Sendable {
    case any
    case only(Unicode.Scalar)
    case anyBut(Unicode.Scalar)
    case among([ClosedRange<Unicode.Scalar>])
    case notAmong([ClosedRange<Unicode.Scalar>])

    fileprivate func contains(_ character: Unicode.Scalar) -> Bool {
      switch self {
      case .any: true
      case .only(let wanted): character == wanted
      case .anyBut(let other): character != other
      case .among(let ranges): ranges.contains { $0.contains(character) }
      case .notAmong(let ranges): !ranges.contains { $0.contains(character) }
      }
    }
  }

  package enum Times: Hashable, Sendable {
    case once
    case onceOrNever
    case onceOrMore
    case anyNumber

    fileprivate var mayBeNone: Bool { self == .onceOrNever || self == .anyNumber }
    fileprivate var mayBeMore: Bool { self == .onceOrMore || self == .anyNumber }
  }

  package enum Step: Hashable, Sendable {
    case read(Characters, Times = .once)
    /// The match goes on at each of these steps; the one behind the last is the end.
    case fork([Int])
  }

  private let steps: [Step]
  private let isAnything: Bool

  package init(_ steps: [Step]) {
    self.steps = steps
    isAnything = steps == [.read(.any, .anyNumber)]
  }

  /// A pattern in which `*` is any text, and everything else itself.
  package init(stars pattern: some StringProtocol) {
    self.init(pattern.unicodeScalars.map { $0 == "*" ? .read(.any, .anyNumber) : .read(.only($0)) })
  }

  /// The characters between a set's brackets, `0-9_`; there are none from `z` to `a`.
  package static func ranges(of set: Substring.UnicodeScalarView) -> [ClosedRange<Unicode.Scalar>] {
    var rest = set
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = rest.popFirst() {
      var last = first
      if rest.first == "-", let bound = rest.dropFirst().first {
        last = bound
        rest = rest.dropFirst(2)
      }
      if first <= last { ranges.append(first...last) }
    }
    return ranges
  }

  /// Whether all of a text matches.
  package func matches(_ text: some StringProtocol) -> Bool {
    if isAnything { return true }
    var places = Places(count: steps.count + 1)
    follow(0, &places)
    for character in text.unicodeScalars {
      places.advance()
      for index in places.last.indices {
        let step = places.last[index]
        guard step < steps.count, case .read(let characters, let times) = steps[step], characters.contains(character)
        else { continue }
        if times.mayBeMore { follow(step, &places) }
        follow(step + 1, &places)
      }
      if places.now.isEmpty { return false }
    }
    return places.now.contains(steps.count)
  }

  /// Adds a step and all that it leads to without a character.
  private func follow(_ start: Int, _ places: inout Places) {
    var waiting: [Int] = []
    var next: Int? = start
    while let step = next {
      next = nil
      if places.insert(step), step < steps.count {
        switch steps[step] {
        case .fork(let targets): waiting += targets
        case .read(_, let times): if times.mayBeNone { next = step + 1 }
        }
      }
      next = next ?? waiting.popLast()
    }
  }

  /// The steps that a match may have come to.
  private struct Places {
    private(set) var now: [Int] = []
    /// Those before the last character.
    private(set) var last: [Int] = []
    /// For each step, how many characters had been read when it was added.
    private var added: [Int]
    private var read = 0

    init(count: Int) { added = [Int](repeating: -1, count: count) }

    mutating func insert(_ step: Int) -> Bool {
      guard added[step] != read else { return false }
      added[step] = read
      now.append(step)
      return true
    }

    mutating func advance() {
      swap(&now, &last)
      now.removeAll(keepingCapacity: true)
      read += 1
    }
  }
}
