import Checks
package import Diagnostics
import Documents
import Evidence
import Policy

extension PlatformReport {
  /// A page with a heading for each part; parts with nothing to say are left out.
  package func text(_ layout: Layout) -> String {
    func part(_ heading: String, _ rows: [[StyledText]]) -> String? {
      rows.isEmpty ? nil : self.heading(heading, layout) + layout.table(rows, indent: 2)
    }
    func jobs(_ heading: String, _ jobs: [CIJob], areWheels: Bool) -> String? {
      let shown = (audit?.jobs ?? []).filter { $0.buildsWheels == areWheels }
      let text = jobs.enumerated().map { index, job in
        self.text(of: job, shown: shown.first { $0.number == index }, layout)
      }.joined()
      return text.isEmpty ? nil : self.heading(heading, layout) + text
    }
    let parts = [
      layout.paragraph("\(platform.name, .strong) (\(platform.id))") + layout.table(summary, indent: 2),
      duties.flatMap { part("Duties of \($0.tier.name)\(source)", $0.verdicts.flatMap { Self.rows(of: $0) }) },
      next.flatMap { next in
        part("What separates it from \(next.tier.name)\(source)", openRows(of: next))
          ?? heading("Nothing that is recorded separates it from \(next.tier.name)", layout)
      },
      contacts(layout), jobs("CI", platform.ci, areWheels: false),
      jobs("Wheel builds", platform.wheels.jobs, areWheels: true), part("Notices", noticeRows),
      part("Moves", moves.reversed().flatMap { rows(of: $0) }),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  private func heading(_ text: String, _ layout: Layout) -> String { layout.paragraph(StyledText(text, .strong)) }

  private var summary: [[StyledText]] {
    var rows = [["place", placeWords]] + coming.map { ["coming", $0.comingWords(in: registry.policy)] }
    rows.append(["target", targetWords])
    let notes = MarkdownInline.parse(platform.notes).map { $0.text }.joined()
    if !notes.isEmpty { rows.append(["notes", notes]) }
    for title in registry.furtherTitles(of: [platform.columns]) {
      rows.append([title, MarkdownInline.parse(platform.columns[title] ?? "").map { $0.text }.joined()])
    }
    if !platform.wheels.tags.isEmpty { rows.append(["wheels", platform.wheels.tags.joined(separator: " ")]) }
    if let last = platform.wheels.lastRelease { rows.append(["last wheels", last.description]) }
    if let demandWords { rows.append(["demand", demandWords]) }
    return rows.map { [StyledText($0[0], .quiet), StyledText($0[1])] }
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

  /// What the verdict follows from and, where that is evidence, what the registry says of it above that.
  private static func rows(of verdict: Verdict) -> [[StyledText]] {
    let reason = verdict.lacksEvidence ? "registry: \(verdict.reason); nothing that was given shows it" : verdict.reason
    let lines =
      [verdict.record.map { "registry: \($0)" }, verdict.record == nil ? reason : "evidence: \(reason)"]
      .compactMap { $0 } + verdict.warnings.map { "warning: \($0)" }
    let look: StyledText.Look =
      switch verdict.status {
      case .kept: verdict.warnings.isEmpty ? .good : .severity(.warning)
      case .broken: .severity(.error)
      case .unknown: .severity(.warning)
      }
    return lines.enumerated().map { number, line in
      number == 0
        ? [StyledText(verdict.word, look), StyledText(verdict.duty.rawValue), StyledText(line)]
        : ["", "", StyledText(line)]
    }
  }

  /// Only moves, notes, contacts and notices are dated.
  private var source: String { moment.words == nil ? "" : ", by the CI, wheels and demand that are recorded now" }

  private func openRows(of next: TierVerdicts) -> [[StyledText]] {
    next.open.flatMap { Self.rows(of: $0) } + moveDemands.map { ["asked", "move", StyledText($0.because)] }
  }

  private func contacts(_ layout: Layout) -> String? {
    let lines = platform.contacts.map { contact in
      let person = registry.people[contact.person]
      let handle = person?.handle.value.map { " (@\($0))" } ?? ""
      let role = registry.role(of: contact).value?.rawValue ?? "role unknown"
      return layout.paragraph(
        "\(person?.name ?? contact.person)\(handle), \(role): \(agreement(of: contact))", indent: 2, hanging: 2)
    }
    return lines.isEmpty ? nil : heading("Contacts", layout) + lines.joined()
  }

  private func agreement(of contact: Contact) -> String {
    let confirmed = contact.confirmed.map { "confirmed on \($0)" }
    let acknowledged = contact.acknowledgement.value.map { given in
      "acknowledged on \(given.date)" + (given.url.map { " (\($0))" } ?? "")
    }
    return acknowledged == nil && confirmed == nil
      ? "no acknowledgement recorded" : [acknowledged, confirmed].compactMap { $0 }.joined(separator: ", ")
  }

  /// - Parameter evidence: what workflows show of the job; nil where none were given.
  private func text(of job: CIJob, shown evidence: JobAssessment?, _ layout: Layout) -> String {
    let file = job.repository.map { "\($0) \(job.workflow)" } ?? job.workflow
    let machine = [job.runner.map { "on \($0)" }, "hosting \(job.hosting.rawValue)"].compactMap { $0 }
    let facts = [file, (machine + Self.remarks(on: job)).joined(separator: ", ")]
    let lines = facts + [evidence.map { "evidence: \(Self.words(of: $0))" }].compactMap { $0 }
    return layout.paragraph(StyledText(([job.job] + job.matrix).joined(separator: " ")), indent: 2, hanging: 2)
      + lines.map { layout.paragraph(StyledText($0), indent: 4, hanging: 2) }.joined()
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

  private var noticeRows: [[StyledText]] {
    platform.notices.map { notice in
      [notice.since.description, notice.duty.rawValue, notice.announced ?? "not announced", notice.remark ?? ""]
        .map { StyledText($0) }
    }
  }

  private func rows(of move: Move) -> [[StyledText]] {
    let place = registry.policy.place(move.to)?.name ?? move.to
    let words = place + (move.release.map { ", from \($0) on" } ?? "")
    let links = links(of: move).map { StyledText("\($0.kind) \($0.uri)") }
    let details = links + [move.remark].compactMap { $0 }.map { StyledText($0) }
    return [[StyledText(move.date.description, .strong), StyledText(words)]] + details.map { ["", $0] }
  }
}
