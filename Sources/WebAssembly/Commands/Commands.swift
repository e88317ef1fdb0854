import Diagnostics
import Documents
import PlatformTiersKit
import Policy
import Rendering

/// What each command does, as the command line of the native program has it.
struct Commands {
  let given: Invocation

  func run() throws(RunFailure) -> ExitStatus {
    switch given.text("command") {
    case "lint": return try lint(project(ProjectRequest.DocumentChoice(arguments: given.all("file"))), check: false)
    case "check": return try lint(project(.listed), check: true)
    case "generate": return try generate()
    case "table": try table()
    case "inspect": try inspect()
    case "rules": try rules()
    case "explain":
      try StandardStream.output.write(RuleCatalogue.page(of: try RuleCatalogue.rule(given.text("rule") ?? "")))
    case "show": try show()
    case "list": try list()
    case "due": try due()
    case "schema": return try schema()
    default: throw .wrongUsage("there is no such command")
    }
    return .success
  }
}

extension Commands {
  private func lint(_ wanted: ProjectRequest, check: Bool) throws(RunFailure) -> ExitStatus {
    var request = LintRequest(today: try day())
    request.rules = try RuleChoice(select: names("select"), ignore: names("ignore"))
    request.baseline = given.text("baseline")
    request.fixes = given.has("fix")
    request.lintsRegistries = check || given.all("file").isEmpty
    request.checksGeneration = check
    let project = ProjectLoader.load(wanted)
    if project.registries.isEmpty { try project.requireListed(for: "lint") }
    var output = LintOutput(try LintRun(project, request).result())
    output.format = try given.choice("format")
    output.color = try given.choice("color")
    output.isStrict = given.has("strict")
    output.annotatesInfos = given.has("notices")
    output.showsStatistics = given.has("statistics")
    output.writtenBaseline = given.text("write-baseline")
    output.fixes = !given.has("fix") ? .none : given.has("diff") ? .shown : .written
    return try output.write()
  }

  private func generate() throws(RunFailure) -> ExitStatus {
    var request = ProjectRequest(ProjectRequest.DocumentChoice(arguments: given.all("file")))
    request.registry = given.text("registry")
    request.defaultRegistry = ProjectRequest.usualRegistry
    try addReading(to: &request)
    var output = GenerationOutput(
      try GenerationRun.result(ProjectLoader.load(request), at: try moment(), isForced: given.has("force")))
    output.mode = given.has("check") ? .checked : given.has("diff") ? .shown : .written
    return try output.write()
  }

  private func table() throws(RunFailure) {
    let registry = try sound().registry
    let tables = RegistryTables(registry, at: try moment())
    let format: TableFormat = try given.choice("format")
    try StandardStream.output.write(tables.bytes(of: try registry.place(named: given.text("tier") ?? ""), as: format))
  }

  private func inspect() throws(RunFailure) {
    var request = ProjectRequest(.named(given.all("file")))
    try addReading(to: &request)
    request.policy = given.text("policy")
    request.configuration = .none
    let inspection = try Inspection(request)
    if request.policy != nil { return try StandardStream.output.write(inspection.owners) }
    if isJSON { return try StandardStream.output.write(inspection.json) }
    try StandardStream.output.write(inspection.tree)
  }

  private func rules() throws(RunFailure) {
    if isJSON { return try StandardStream.output.write(RuleCatalogue.json()) }
    try StandardStream.output.write(RuleCatalogue.table())
  }

  private func show() throws(RunFailure) {
    let registry = try sound().registry
    let platform = try registry.platform(named: given.text("platform") ?? "")
    let report = PlatformReport(platform, in: registry, at: try moment(), audit: nil)
    if isJSON { return try StandardStream.output.write(report.json) }
    try StandardStream.output.write(report.text)
  }

  private func list() throws(RunFailure) {
    var request = PlatformListRequest(at: try moment())
    request.tiers = given.all("tier")
    request.contacts = given.all("contact")
    request.systems = given.all("os")
    request.architectures = given.all("arch")
    let list = try PlatformList(sound().registry, request)
    for remark in list.remarks { ErrorOutput.note(remark) }
    switch given.text("format") {
    case "json": try StandardStream.output.write(list.json)
    case "csv": try StandardStream.output.write(list.csv)
    default: try StandardStream.output.write(list.text)
    }
  }

  private func due() throws(RunFailure) {
    let list = DueList(
      try sound().registry, today: try day(), within: try given.number("within"))
    switch given.text("format") {
    case "json": try StandardStream.output.write(list.json)
    case "ical": try StandardStream.output.write(list.calendar)
    default: try StandardStream.output.write(list.text)
    }
  }

  private func schema() throws(RunFailure) -> ExitStatus {
    let output = given.text("output") ?? "registry/schema"
    guard given.has("check") else {
      try SchemaFiles.write(to: output)
      return .success
    }
    let difference = try SchemaFiles.difference(in: output)
    if difference.isEmpty { return .success }
    try StandardStream.output.write(difference)
    return .findings
  }
}

// MARK: - Options that several commands have

extension Commands {
  private var isJSON: Bool { given.text("format") == "json" }

  private func names(_ option: String) -> [String] {
    given.all(option).flatMap { $0.split(separator: ",") }.map { name in
      var name = name.drop { $0 == " " }
      while name.last == " " { name.removeLast() }
      return String(name)
    }.filter { !$0.isEmpty }
  }

  private func project(_ documents: ProjectRequest.DocumentChoice) throws(RunFailure) -> ProjectRequest {
    var project = ProjectRequest(documents)
    project.policy = given.text("policy")
    project.registry = given.text("registry")
    if let file = given.text("config") { project.configuration = .file(file) }
    if given.has("no-config") { project.configuration = .none }
    try addReading(to: &project)
    return project
  }

  private func addReading(to request: inout ProjectRequest) throws(RunFailure) {
    request.standardInputName = given.text("stdin-filename")
    request.format = try given.value("as", "'rst' or 'markdown'") { name in
      switch name {
      case "rst": .restructuredText
      case "markdown": .markdown
      default: nil
      }
    }
    if let size = try given.number("max-size") {
      guard (1...1 << 10).contains(size) else { throw .wrongUsage("'--max-size' takes a number of MiB, 1 to 1024") }
      request.documentLimit = size << 20
    }
  }

  /// - Throws: when there is none, or it is at fault; the faults are printed before.
  private func sound() throws(RunFailure) -> SoundRegistry {
    try ProjectLoader.load(.registry(given.text("registry"))).soundRegistry()
  }

  private func day() throws(RunFailure) -> CalendarDate {
    if let day = try given.date("today") { return day }
    return try Clock.day()
  }

  private func moment() throws(RunFailure) -> RegistryMoment {
    let release = try given.value("release", "a version such as 2.5.0") { ReleaseVersion($0) }
    if let day = try given.date("today") { return RegistryMoment(date: day, release: release) }
    return RegistryMoment(today: try Clock.day(), release: release)
  }
}
