package import Diagnostics
import Policy

/// Reads a workflow of GitHub Actions, and runs nothing of it.
///
/// Any bytes give a workflow, with the jobs that could be read, and what is wrong with the rest.
package enum WorkflowReader {
  /// More than GitHub runs of one job's steps.
  static let stepLimit = 1000
  /// No workflow that anybody maintains comes near.
  package static let sizeLimit = 1 << 20

  /// - Parameter path: where the file is in its repository.
  package static func read(_ file: SourceFile, path: String) -> (workflow: Workflow, diagnostics: [Diagnostic]) {
    var workflow = Workflow(file: file, path: path)
    guard file.bytes.count <= sizeLimit else {
      let fault = FileFault.invalidValue.diagnostic(
        "this file is larger than \(sizeLimit >> 20) MiB and not read; workflows are some kilobytes", in: file,
        at: .fileStart)
      return (workflow, [fault])
    }
    let (root, diagnostics) = SingleDocument.read(file, .readOnly(AliasResolver.resolve))
    guard let root else { return (workflow, diagnostics) }
    let reading = Reading(faults: FaultLog(file: file))
    reading.read(root, into: &workflow)
    return (workflow, (diagnostics + reading.faults.diagnostics).sorted(by: Diagnostic.reportOrder))
  }
}

extension WorkflowReader {
  /// The steps of a job, or of a composite action.
  static func steps(_ node: YAMLNode?) -> [WorkflowStep] {
    (node?.elements ?? []).prefix(stepLimit).map { node in
      WorkflowStep(
        range: node.shortRange, condition: node["if"]?.text, uses: node["uses"]?.text, run: node["run"]?.text,
        defaults: ScriptDefaults(node), inputs: node["with"]?.settings ?? [],
        environment: node["env"]?.settings ?? [], continueOnError: node["continue-on-error"]?.text)
    }
  }
}

private struct Reading {
  let faults: FaultLog

  func read(_ root: YAMLNode, into workflow: inout Workflow) {
    guard case .mapping = root.content else {
      return faults.report(
        .wrongType, "this is no workflow, which has the keys 'on' and 'jobs'; write it or remove the file",
        at: root.isEmpty ? .fileStart : root.shortRange)
    }
    workflow.environment = root["env"]?.settings ?? []
    workflow.defaults = ScriptDefaults(root["defaults"]?["run"])
    workflow.idToken = idToken(root["permissions"])
    workflow.triggers = triggers(root)
    workflow.inputs = (root["on"]?["workflow_call"]?["inputs"]?.pairs ?? []).compactMap { pair in
      pair.key.text.map { name in
        WorkflowInput(
          name: name.value, type: pair.value["type"]?.text?.value ?? "string",
          standard: pair.value["default"]?.text?.value ?? "")
      }
    }
    guard let jobs = root["jobs"], case .mapping(let pairs) = jobs.content else {
      return faults.report(
        .missingKey, "this workflow has no mapping of 'jobs'; add it",
        at: root["jobs"]?.shortRange ?? root.shortRange)
    }
    workflow.jobs = pairs.compactMap(job)
    checkNeeds(workflow)
  }

  /// YAML 1.1 reads `on` as a truth value; the name is what is written.
  private func triggers(_ root: YAMLNode) -> [WorkflowTrigger] {
    guard let on = root["on"], !on.isEmpty else {
      faults.report(.missingKey, "nothing starts this workflow; add 'on' with its events", at: root.shortRange)
      return []
    }
    guard case .mapping(let pairs) = on.content else { return on.texts.map { WorkflowTrigger(event: $0) } }
    return pairs.compactMap { pair in
      pair.key.text.map { event in
        let filters = pair.value.pairs.compactMap { filter in
          filter.key.text.map { ($0.value, filter.value.texts) }
        }
        return WorkflowTrigger(event: event, filters: Dictionary(keepingFirst: filters))
      }
    }
  }

  private func job(_ pair: YAMLPair) -> WorkflowJob? {
    guard let id = pair.key.text else {
      faults.report(.wrongType, "a job's id is a word; write one", at: pair.key.shortRange)
      return nil
    }
    guard case .mapping = pair.value.content else {
      faults.report(.wrongType, "job '\(id.value)' is no mapping of its keys; write it or remove it", at: id.range)
      return nil
    }
    let node = pair.value
    var job = WorkflowJob(id: id)
    job.condition = node["if"]?.text
    job.runsOn = runsOn(node["runs-on"])
    job.needs = node["needs"]?.texts ?? []
    job.matrix = node["strategy"].flatMap { $0.text == nil ? $0["matrix"] : $0 }
    job.continueOnError = node["continue-on-error"]?.text
    job.environment = node["env"]?.settings ?? []
    job.defaults = ScriptDefaults(node["defaults"]?["run"])
    job.idToken = idToken(node["permissions"])
    job.container = node["container"].flatMap { $0.text ?? $0["image"]?.text }
    job.containerOptions = node["container"]?["options"]?.text
    job.reusable = node["uses"]?.text
    job.inputs = node["with"]?.settings ?? []
    if job.runsOn == nil, job.reusable == nil {
      faults.report(.missingKey, "job '\(id.value)' has no 'runs-on'; add it", at: id.range)
    }
    job.steps = steps(node["steps"], of: id.value)
    return job
  }

  private func runsOn(_ node: YAMLNode?) -> WorkflowJob.RunsOn? {
    guard let node, !node.isEmpty else { return nil }
    guard case .mapping = node.content else {
      return WorkflowJob.RunsOn(labels: node.texts, range: node.shortRange)
    }
    return WorkflowJob.RunsOn(labels: node["labels"]?.texts ?? [], group: node["group"]?.text, range: node.shortRange)
  }

  /// `permissions` is a word for all of them, or a mapping that takes away those it does not name.
  private func idToken(_ node: YAMLNode?) -> Located<String>? {
    guard let node, !node.isEmpty else { return nil }
    if let word = node.text {
      return Located(value: word.value == "write-all" ? "write" : "none", range: word.range)
    }
    return node["id-token"]?.text ?? Located(value: "none", range: node.shortRange)
  }

  private func steps(_ node: YAMLNode?, of job: String) -> [WorkflowStep] {
    guard let node else { return [] }
    let elements = node.elements
    if elements.count > WorkflowReader.stepLimit {
      faults.report(
        .invalidValue, "job '\(job)' has more than \(WorkflowReader.stepLimit) steps; those from here on are not read",
        at: elements[WorkflowReader.stepLimit].shortRange)
    }
    return WorkflowReader.steps(node)
  }

  private func checkNeeds(_ workflow: Workflow) {
    let ids = Set(workflow.jobs.map { $0.id.value })
    for need in workflow.jobs.flatMap({ $0.needs }) where !ids.contains(need.value) {
      faults.report(
        .invalidValue, "no job of this workflow is called '\(need.value)'; name one that is there", at: need.range)
    }
  }
}

extension ScriptDefaults {
  init(_ node: YAMLNode?) {
    self.init(shell: node?["shell"]?.text, folder: node?["working-directory"]?.text)
  }
}
