/// A job that builds or tests a platform.
package struct CIJob: Hashable, Sendable {
  /// How the code that was built is run.
  package enum Execution: String, CaseIterable, Sendable {
    /// On the platform itself.
    case native
    /// On something that imitates the platform: QEMU, Android's emulator.
    case emulated
    /// Not at all: it is built on another platform.
    case crossCompiled = "cross-compiled"
  }

  /// The policy leaves partial testing, such as SIMD code alone under QEMU, out of its scope: it fulfils no duty.
  package enum Scope: String, CaseIterable, Sendable {
    case full
    case partial
  }

  package enum Cost: String, CaseIterable, Sendable {
    case free
    case paid
  }

  /// From when on, or until when, there is such a job: a day, or a release with all that is built for it.
  package enum Bound: Hashable, Sendable, CustomStringConvertible {
    case day(CalendarDate)
    case release(ReleaseVersion)

    package var description: String {
      switch self {
      case .day(let day): day.description
      case .release(let release): release.description
      }
    }
  }

  /// Where the workflow is, when that is not the policy's own repository: `numpy/numpy-release`.
  package var repository: String?
  /// The workflow's path in its repository.
  package var workflow: String
  package var job: String
  /// The words of the job's matrix that this platform has; empty where all of the job is about it.
  package var matrix: [String] = []
  package var runner: String?
  package var hosting: Hosting
  package var execution: Execution
  package var scope = Scope.full
  package var cost = Cost.free
  /// Where the council decided on what it has to decide on: paid CI, another service than the usual.
  package var decision: String?
  /// Whether a failure of it can hold a release back: not with `continue-on-error`.
  package var blocks: Known<Bool> = .unknown
  /// Where that can be read.
  package var blocksSource: String?
  /// The first and the last that it is for; always, where nil.
  package var since: Bound?
  package var until: Bound?

  package init(workflow: String, job: String, hosting: Hosting, execution: Execution) {
    self.workflow = workflow
    self.job = job
    self.hosting = hosting
    self.execution = execution
  }

  /// Whether it is there on a day, and for a release. Without one it is the next release that counts.
  package func isThere(on day: CalendarDate, for release: ReleaseVersion? = nil) -> Bool {
    switch since {
    case .day(let first)? where day < first: return false
    case .release(let first)? where release.map { !$0.isCovered(by: first) } ?? false: return false
    default: break
    }
    switch until {
    case .day(let last)?: return day <= last
    case .release(let last)?: return release.map { $0 <= last } ?? false
    case nil: return true
    }
  }

  /// How messages call it: `'wheels' of .github/workflows/wheels.yml`.
  package var title: String {
    let file = repository.map { "\($0)'s \(workflow)" } ?? workflow
    return "'\(job)' of \(file)"
  }
}
