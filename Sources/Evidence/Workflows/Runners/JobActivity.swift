package import Diagnostics

/// Whether a job runs by itself, and when.
package struct JobActivity: Sendable {
  package enum Standing: Hashable, Sendable {
    /// On changes: pull requests, pushes to the main branch.
    case regular
    /// By the clock only.
    case scheduled
    /// On other events only, or for branches of which it is not known whether one is the main one.
    case uncertain
    /// When somebody starts it, and never else.
    case onDemand
    case never
  }

  package var standing: Standing
  /// What that follows from, to go behind the job's name: `runs on a schedule only`. Empty for a regular job.
  package var reason = ""
  package var range: SourceRange
}

/// Finds out when the jobs of a workflow run, from its events, their filters, the jobs' conditions and what they need.
struct ActivityAssessor {
  private let workflow: Workflow
  private let repository: String
  private let events: [Event]
  /// For each job whether each event may start it.
  private var possible: [String: [Bool]] = [:]

  private struct Event {
    enum Kind { case change, schedule, demand, other }

    var name: String
    var kind: Kind
    /// Whether its filters keep it from changes of the main branch, as far as it can be told.
    var isElsewhere: Bool
    /// What is known of a run that it starts: each a case of its own.
    var contexts: [ExpressionContext]
    var range: SourceRange
  }

  init(_ workflow: Workflow, repository: String) {
    self.workflow = workflow
    self.repository = repository
    var seen: Set<String> = []
    events = workflow.triggers.filter { seen.insert($0.event.value).inserted }.prefix(Self.eventLimit)
      .flatMap { Self.events(of: $0, in: repository) }
    assess()
  }

  /// A change of the main branch, and one of other branches or of tags, are two events.
  private static func events(of trigger: WorkflowTrigger, in repository: String) -> [Event] {
    let name = trigger.event.value
    let context = ExpressionContext(repository: repository, event: name)
    let event = Event(
      name: name, kind: kind(name), isElsewhere: trigger.isElsewhere, contexts: [context], range: trigger.event.range)
    guard event.kind == .change, name != "merge_group" else { return [event] }
    var main = event
    main.contexts = WorkflowTrigger.mainBranches.map { branch in
      context.on(ExpressionContext.Branch(name: branch, isProposed: name == "pull_request"))
    }
    var other = event
    other.isElsewhere = true
    return [main, other]
  }

  /// GitHub has some forty events.
  private static let eventLimit = 64

  private static func kind(_ event: String) -> Event.Kind {
    switch event {
    case "push", "pull_request", "pull_request_target", "merge_group": .change
    case "schedule": .schedule
    case "workflow_dispatch", "repository_dispatch": .demand
    default: .other
    }
  }

  /// Jobs in the order in which they need each other; those that need themselves are left out, and never run.
  private mutating func assess() {
    var waiting: [String: Int] = [:]
    var followers: [String: [Int]] = [:]
    let ids = Set(workflow.jobs.map { $0.id.value })
    for (index, job) in workflow.jobs.enumerated() {
      let needs = ids.intersection(job.needs.map { $0.value })
      waiting[job.id.value] = needs.count
      for need in needs { followers[need, default: []].append(index) }
    }
    var ready = workflow.jobs.indices.filter { waiting[workflow.jobs[$0].id.value] == 0 }
    while let index = ready.popLast() {
      let job = workflow.jobs[index]
      possible[job.id.value] = starts(of: job)
      for follower in followers[job.id.value] ?? [] {
        let id = workflow.jobs[follower].id.value
        waiting[id, default: 0] -= 1
        if waiting[id] == 0 { ready.append(follower) }
      }
    }
  }

  private func starts(of job: WorkflowJob) -> [Bool] {
    let own = conditions(of: job)
    let text = job.condition?.value ?? ""
    if ["always()", "cancelled()", "failure()"].contains(where: text.holds) { return own }
    return own.indices.map { index in
      own[index] && job.needs.allSatisfy { possible[$0.value]?[index] ?? false }
    }
  }

  private func conditions(of job: WorkflowJob) -> [Bool] {
    guard let text = job.condition?.value else { return events.map { _ in true } }
    let condition = ExpressionCondition(text)
    guard text.hasBytes("event") || text.hasBytes("ref") else {
      let holds = ExpressionContext(repository: repository).condition(condition) ?? true
      return events.map { _ in holds }
    }
    return events.map { event in event.contexts.contains { $0.condition(condition) ?? true } }
  }

  func activity(of job: WorkflowJob) -> JobActivity {
    let place = job.condition?.range ?? job.id.range
    guard let starts = possible[job.id.value] else {
      return JobActivity(standing: .never, reason: "needs itself", range: job.needs.first?.range ?? place)
    }
    let live = zip(events, starts).filter { $1 }.map { $0.0 }
    guard let first = live.first else { return never(job) }
    if live.contains(where: { $0.kind == .change && !$0.isElsewhere }) {
      return JobActivity(standing: .regular, range: place)
    }
    if let schedule = live.first(where: { $0.kind == .schedule }) {
      return JobActivity(standing: .scheduled, reason: "runs on a schedule only", range: schedule.range)
    }
    let others = live.filter { $0.kind != .demand }
    guard let other = others.first else {
      return JobActivity(standing: .onDemand, reason: "runs only when somebody starts it", range: first.range)
    }
    var seen: Set<String> = []
    let names = others.filter { seen.insert($0.name).inserted }.map {
      $0.isElsewhere ? "'\($0.name)' for certain branches, tags, paths or kinds" : "'\($0.name)'"
    }
    return JobActivity(
      standing: .uncertain, reason: "runs on \(names.joined(separator: " and ")) only", range: other.range)
  }

  private func never(_ job: WorkflowJob) -> JobActivity {
    guard !events.isEmpty else {
      return JobActivity(standing: .never, reason: "never runs: nothing starts its workflow", range: job.id.range)
    }
    if let condition = job.condition, !conditions(of: job).contains(true) {
      return JobActivity(
        standing: .never, reason: "never runs: no event makes its condition '\(condition.value)' true",
        range: condition.range)
    }
    let need = job.needs.first { !(possible[$0.value] ?? []).contains(true) }
    return JobActivity(
      standing: .never, reason: "never runs, since it needs '\(need?.value ?? "")', which does not",
      range: need?.range ?? job.id.range)
  }
}

extension WorkflowTrigger {
  /// Names that projects give to the branch their work happens on.
  static let mainBranches = ["main", "master", "trunk", "develop", "dev"]

  /// A filter that names one of these says which it is.
  private static func mainBranches(by filter: [Located<String>]) -> [String] {
    let named = ["main", "master", "trunk"].filter { name in filter.contains { [name, "!\(name)"].contains($0.value) } }
    return named.isEmpty ? mainBranches : named
  }

  /// Whether filters keep it away from every branch that may be the main one, or from changes to what is proposed.
  fileprivate var isElsewhere: Bool {
    if isForOtherPaths { return true }
    if let branches = filters["branches"] {
      let patterns = branches.map { FilterPattern($0.value) }
      return !Self.mainBranches(by: branches).contains { patterns.verdict(on: $0) ?? false }
    }
    if let ignored = filters["branches-ignore"] {
      let patterns = ignored.map { FilterPattern($0.value) }
      return Self.mainBranches(by: ignored).allSatisfy { patterns.verdict(on: $0) ?? false }
    }
    if event.value.hasPrefix("pull_request"), let types = filters["types"] {
      return types.allSatisfy { !["opened", "synchronize", "reopened", "ready_for_review"].contains($0.value) }
    }
    return event.value == "push" && (filters["tags"] != nil || filters["tags-ignore"] != nil)
  }

  /// Whether it starts for changes of workflows and documentation only, or for none.
  private var isForOtherPaths: Bool {
    if let ignored = filters["paths-ignore"] { return ignored.last?.value == "**" }
    guard let wanted = filters["paths"]?.map({ $0.value }).filter({ !$0.hasPrefix("!") }) else { return false }
    return wanted.allSatisfy { path in [".github/", "doc/", "docs/"].contains(where: path.hasPrefix) }
  }
}
