import Checks
import Diagnostics
import Documents
import Evidence
import Policy

extension PlatformReport {
  /// For a person at a terminal: blocks with a heading each, those with nothing to say left out.
  package var text: String {
    let blocks = [
      summary, dutiesText, nextText, contactsText, block("CI", jobs(platform.ci, shown: evidence { !$0.buildsWheels })),
      block("Wheel builds", jobs(platform.wheels.jobs, shown: evidence { $0.buildsWheels })), noticesText, movesText,
    ]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var summary: String {
    var table = TextTable()
    table.add(["place", placeWords])
    for move in coming { table.add(["coming", move.comingWords(in: registry.policy)]) }
    table.add(["target", targetWords])
    let notes = MarkdownInline.parse(platform.notes).map { $0.text }.joined()
    if !notes.isEmpty { table.add(["notes", notes]) }
    for title in registry.furtherTitles(of: [platform.columns]) {
      table.add([title, MarkdownInline.parse(platform.columns[title] ?? "").map { $0.text }.joined()])
    }
    if !platform.wheels.tags.isEmpty { table.add(["wheels", platform.wheels.tags.joined(separator: " ")]) }
    if let last = platform.wheels.lastRelease { table.add(["last wheels", last.description]) }
    if let demandWords { table.add(["demand", demandWords]) }
    return "\(VisibleText.of(platform.name)) (\(VisibleText.of(platform.id)))\n" + table.lines(indentation: 2)
  }

  private var placeWords: String {
    let moment = moment.words.map { " \($0)" } ?? ""
    guard let place, let move else {
      return "none\(moment)"
    }
    let release = move.release.map { ", from \($0) on" } ?? ""
    return "\(place.name)\(moment), since \(move.date)\(release)"
  }

  var targetWords: String {
    let target = platform.target
    let optional = [target.libc, target.abi, target.toolchain].compactMap { $0 }
    let architectures = target.architectures.value?.joined(separator: "/")
    let parts = [words(target.os.value, "system"), words(architectures, "architecture")] + optional
    return (parts + [words(target.interpreter.value, "interpreter")]).joined(separator: ", ")
  }

  /// `any` alone would not say of what.
  private func words(_ value: String?, _ part: String) -> String {
    guard let value else { return "unknown \(part)" }
    return value == "any" ? "any \(part)" : value
  }

  /// Nil where its share of users is not recorded.
  var demandWords: String? {
    let demand = platform.demand
    guard let share = demand.share.value else { return nil }
    let day = demand.date.map { " on \($0)" } ?? ""
    return "\(share.percentage) of users\(day)" + (demand.source.map { ", by \($0)" } ?? "")
  }

  private var dutiesText: String {
    guard let duties else { return "" }
    var table = TextTable()
    for verdict in duties.verdicts { add(verdict, to: &table) }
    return block("Duties of \(duties.tier.name)\(source)", table)
  }

  /// What the verdict follows from and, where that is evidence, what the registry says of it above that.
  private func add(_ verdict: Verdict, to table: inout TextTable) {
    let reason = verdict.lacksEvidence ? "registry: \(verdict.reason); nothing that was given shows it" : verdict.reason
    let lines =
      [verdict.record.map { "registry: \($0)" }, verdict.record == nil ? reason : "evidence: \(reason)"]
      .compactMap { $0 } + verdict.warnings.map { "warning: \($0)" }
    table.add([verdict.word, verdict.duty.rawValue, lines[0]])
    for line in lines.dropFirst() { table.add(["", "", line]) }
  }

  /// Only moves, notes, contacts and notices are dated.
  private var source: String { moment.words == nil ? "" : ", by the CI, wheels and demand that are recorded now" }

  private var nextText: String {
    guard let next else { return "" }
    var table = TextTable()
    for verdict in next.open { add(verdict, to: &table) }
    for demand in moveDemands { table.add(["asked", "move", demand.because]) }
    if table.isEmpty { return "Nothing that is recorded separates it from \(VisibleText.of(next.tier.name))\n" }
    return block("What separates it from \(next.tier.name)\(source)", table)
  }

  private var contactsText: String {
    var table = TextTable()
    for contact in platform.contacts {
      let person = registry.people[contact.person]
      let handle = person?.handle.value.map { "@\($0)" } ?? ""
      table.add([
        person?.name ?? contact.person, handle, registry.role(of: contact).value?.rawValue ?? "role unknown",
        agreement(of: contact),
      ])
    }
    return block("Contacts", table)
  }

  private func agreement(of contact: Contact) -> String {
    let confirmed = contact.confirmed.map { "confirmed on \($0)" }
    let acknowledged = contact.acknowledgement.value.map { given in
      "acknowledged on \(given.date)" + (given.url.map { " (\($0))" } ?? "")
    }
    return acknowledged == nil && confirmed == nil
      ? "no acknowledgement recorded" : [acknowledged, confirmed].compactMap { $0 }.joined(separator: ", ")
  }

  private func evidence(_ isWanted: (JobAssessment) -> Bool) -> [JobAssessment] { (audit?.jobs ?? []).filter(isWanted) }

  /// - Parameter evidence: what workflows show of the same jobs; empty where none were given.
  private func jobs(_ jobs: [CIJob], shown evidence: [JobAssessment]) -> TextTable {
    var table = TextTable()
    for (index, job) in jobs.enumerated() {
      let remarks = Self.remarks(on: job)
      let name = ([job.job] + job.matrix).joined(separator: " ")
      let file = job.repository.map { "\($0) \(job.workflow)" } ?? job.workflow
      table.add([name, file, job.runner ?? "", job.hosting.rawValue, remarks.joined(separator: ", ")])
      if let shown = evidence.first(where: { $0.number == index }) {
        table.add(["", "", "", "", "evidence: \(Self.words(of: shown))"])
      }
    }
    return table
  }

  private static func words(of evidence: JobAssessment) -> String {
    var words = [evidence.status.rawValue]
    if let execution = evidence.execution { words.append(execution.rawValue) }
    if let blocks = evidence.blocks { words.append(blocks ? "a failure counts" : "a failure does not count") }
    return words.joined(separator: ", ")
  }

  /// How a job runs, and what is special about it.
  static func remarks(on job: CIJob) -> [String] {
    var remarks = [job.execution.rawValue]
    if job.scope == .partial { remarks.append("partial testing") }
    if job.cost == .paid { remarks.append(job.decision == nil ? "paid, no decision recorded" : "paid, decided") }
    switch job.blocks {
    case .known(true): remarks.append("holds releases back")
    case .known(false): remarks.append("holds no release back")
    case .unknown: break
    }
    return remarks
  }

  private var noticesText: String {
    var table = TextTable()
    for notice in platform.notices {
      table.add([
        notice.since.description, notice.duty.rawValue, notice.announced ?? "not announced", notice.remark ?? "",
      ])
    }
    return block("Notices", table)
  }

  private var movesText: String {
    var table = TextTable()
    for move in moves.reversed() {
      let place = registry.policy.place(move.to)?.name ?? move.to
      let words = place + (move.release.map { ", from \($0) on" } ?? "")
      let links = links(of: move)
      table.add([move.date.description, words, links.first.map { "\($0.kind) \($0.uri)" } ?? ""])
      for link in links.dropFirst() { table.add(["", "", "\(link.kind) \(link.uri)"]) }
      if let remark = move.remark { table.add(["", "", remark]) }
    }
    return block("Moves", table)
  }

  private func block(_ heading: String, _ table: TextTable) -> String {
    table.isEmpty ? "" : "\(VisibleText.of(heading))\n\(table.lines(indentation: 2))"
  }
}
