import Diagnostics
import Policy

/// Makes the jobs of a matrix, as "Running variations of jobs in a workflow" describes it: all combinations of the keys'
/// values, without what `exclude` matches, and with what `include` adds to them or beside them.
struct MatrixExpander {
  /// GitHub's own, of the jobs of a workflow's run.
  static let jobLimit = 256
  /// Combinations made and looked at in one file, whatever its jobs ask for.
  private static let workLimit = 500_000

  private let context: ExpressionContext
  private let faults: FaultLog
  private var work = 0

  /// - Parameter context: what a matrix may refer to: not itself.
  init(context: ExpressionContext, faults: FaultLog) {
    self.context = context
    self.faults = faults
  }

  mutating func expand(_ job: WorkflowJob) -> MatrixExpansion {
    guard let node = job.matrix else { return MatrixExpansion() }
    guard case .mapping(let pairs) = node.content else { return expandExpression(node, of: job) }
    var source = MatrixSource()
    for pair in pairs {
      guard let name = pair.key.text?.value else { continue }
      switch name {
      case "include":
        (source.include, source.unresolved) = entries(
          pair.value, orElse: source.unresolved, "a part of its matrix is made when the workflow runs")
      case "exclude":
        (source.exclude, source.openExclusion) = entries(
          pair.value, orElse: nil, "what 'exclude' takes from its matrix is known only when the workflow runs")
      default: source.axes.append(axis(name, pair.value, into: &source))
      }
    }
    return expand(source, of: job, at: node)
  }

  /// `matrix: ${{ fromJSON('{…}') }}`, or `strategy: ${{ fromJSON('{"matrix": {…}}') }}`
  private mutating func expandExpression(_ node: YAMLNode, of job: WorkflowJob) -> MatrixExpansion {
    let value = node.text.map { context.value(of: $0.value) } ?? .unknown
    guard case .object(let outer, isOpen: false) = value else {
      return MatrixExpansion(
        unresolved: Located(value: "its matrix is made when the workflow runs", range: node.shortRange))
    }
    var values = outer
    if case .object(let inner, _)? = outer["matrix"] { values = inner }
    var source = MatrixSource()
    func elements(_ value: ExpressionValue?) -> [ExpressionValue] {
      if case .array(let values)? = value { values } else { [] }
    }
    func entries(_ key: String) -> [MatrixSource.Entry] {
      elements(values[key]).compactMap { MatrixSource.Entry($0, at: node.shortRange) }
    }
    source.include = entries("include")
    source.exclude = entries("exclude")
    for (key, value) in values.sorted(by: { $0.key < $1.key }) where key != "include" && key != "exclude" {
      source.axes.append(
        MatrixSource.Axis(key: key, values: elements(value).map { Located(value: $0, range: node.shortRange) }))
    }
    return expand(source, of: job, at: node)
  }

  private func axis(_ name: String, _ node: YAMLNode, into source: inout MatrixSource) -> MatrixSource.Axis {
    let key = name.lowercased()
    let open = Located(value: "'\(name)' of its matrix is made when the workflow runs", range: node.shortRange)
    if case .sequence(let elements) = node.content {
      let values = elements.map { Located(value: value($0), range: $0.shortRange) }
      if values.contains(where: { $0.value.isOpen }) { source.unresolved = open }
      return MatrixSource.Axis(key: key, values: values)
    }
    switch value(node) {
    case .array(let values):
      return MatrixSource.Axis(key: key, values: values.map { Located(value: $0, range: node.shortRange) })
    case .unknown:
      source.unresolved = open
      return MatrixSource.Axis(key: key, values: [Located(value: .unknown, range: node.shortRange)])
    default:
      faults.report(.wrongType, "'\(name)' of a matrix is a list of values; write one", at: node.shortRange)
      source.unresolved = Located(value: "'\(name)' of its matrix is no list", range: node.shortRange)
      return MatrixSource.Axis(key: key, values: [])
    }
  }

  /// The entries of `include` or `exclude`, and why they may be others: a text where some of it is known only when the
  /// workflow runs, else what was there before.
  private func entries(
    _ node: YAMLNode, orElse known: Located<String>?, _ text: String
  ) -> ([MatrixSource.Entry], Located<String>?) {
    let open = Located(value: text, range: node.shortRange)
    guard case .sequence(let elements) = node.content else {
      guard case .array(let found) = value(node) else { return ([], open) }
      return (found.compactMap { MatrixSource.Entry($0, at: node.shortRange) }, known)
    }
    var isOpen = false
    let entries = elements.compactMap { element -> MatrixSource.Entry? in
      let value = value(element)
      isOpen = isOpen || value.isOpen
      guard var entry = MatrixSource.Entry(value, at: element.shortRange) else { return nil }
      for pair in element.pairs {
        if let key = pair.key.text?.value { entry.places[key.lowercased()] = pair.value.shortRange }
      }
      return entry
    }
    return (entries, isOpen ? open : known)
  }

  private func value(_ node: YAMLNode) -> ExpressionValue {
    ExpressionValue(node) { context.value(of: $0) }
  }

  private mutating func expand(_ source: MatrixSource, of job: WorkflowJob, at node: YAMLNode) -> MatrixExpansion {
    guard let size = source.size, spend(size, times: source.exclude.count + source.include.count + 1) else {
      let count = source.size.map { "\($0)" } ?? "more than \(Int.max)"
      let fault =
        "the matrix of '\(job.id.value)' has \(count) combinations to look at, and GitHub runs at most "
        + "\(Self.jobLimit) jobs; list fewer"
      faults.report(.invalidValue, fault, at: node.shortRange)
      return MatrixExpansion(unresolved: Located(value: "its matrix is too large", range: node.shortRange))
    }
    var expansion = source.expanded
    if expansion.combinations.count > Self.jobLimit {
      faults.report(
        .invalidValue,
        "the matrix of '\(job.id.value)' makes \(expansion.combinations.count) jobs, and GitHub runs at most "
          + "\(Self.jobLimit); list fewer", at: node.shortRange)
      expansion.combinations.removeLast(expansion.combinations.count - Self.jobLimit)
    }
    return expansion
  }

  private mutating func spend(_ size: Int, times count: Int) -> Bool {
    let (cost, overflows) = size.multipliedReportingOverflow(by: count)
    guard !overflows, cost <= Self.workLimit - work else { return false }
    work += cost
    return true
  }
}
