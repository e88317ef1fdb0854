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

  /// Where the workflow is, when that is not the policy's own repository: `numpy/numpy-release`.
  package var repository: String?
  /// The workflow's path in its repository.
  package var workflow: String
  package var job: String
  /// The words of the job's matrix that this platform has; empty where all of the job is about it.
  package var matrix: [String]
  package var runner: String?
  package var hosting: Hosting
  package var execution: Execution
  package var scope: Scope
  package var cost: Cost
  /// Where the council decided on what it has to decide on: paid CI, another service than the usual.
  package var decision: String?
  /// Whether a failure of it can hold a release back: not with `continue-on-error`.
  package var blocks: Known<Bool>

  package init(
    repository: String? = nil, workflow: String, job: String, matrix: [String] = [], runner: String? = nil,
    hosting: Hosting, execution: Execution, scope: Scope = .full, cost: Cost = .free, decision: String? = nil,
    blocks: Known<Bool> = .known(true)
  ) {
    self.repository = repository
    self.workflow = workflow
    self.job = job
    self.matrix = matrix
    self.runner = runner
    self.hosting = hosting
    self.execution = execution
    self.scope = scope
    self.cost = cost
    self.decision = decision
    self.blocks = blocks
  }
}
