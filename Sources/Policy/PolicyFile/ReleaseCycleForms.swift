import Diagnostics

extension YAMLForm where Value == ReleaseCycle {
  static var releaseCycle: Self {
    mapping("release cycle") { keys in
      let release = keys.required("release", .version, about: "The feature release: 2.6.0.") { $0.release }
      let start = keys.required("start", .date) { $0.start }
      let middle = keys.required("mid-cycle", .located(.date), about: "By then a pending removal is announced.") {
        Located(unplaced: $0.middle)
      }
      let candidate = keys.required(
        "first-release-candidate", .located(.date), about: "By then a platform meets a tier, or is unsupported."
      ) { Located(unplaced: $0.firstCandidate) }
      guard let release, let start, let middle, let candidate else { return nil }
      if middle.value < start {
        keys.report(.invalidValue, "mid-cycle is before the start; correct one of them", at: middle.range)
      }
      if candidate.value < middle.value {
        keys.report(
          .invalidValue, "the first release candidate is before mid-cycle; correct one of them", at: candidate.range)
      }
      return ReleaseCycle(release: release, start: start, middle: middle.value, firstCandidate: candidate.value)
    }
  }
}

extension YAMLKeys {
  func checkOrder(of cycles: [Located<ReleaseCycle>]) {
    for (earlier, later) in zip(cycles, cycles.dropFirst()) where later.value.release <= earlier.value.release {
      report(
        .invalidValue, "the cycle of \(later.value.release) stands after that of \(earlier.value.release); sort them",
        at: later.range)
    }
  }
}
