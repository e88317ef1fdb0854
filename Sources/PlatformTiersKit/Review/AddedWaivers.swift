import Checks
import Diagnostics

/// What a change adds to the configuration that would leave findings out: it is shown, and holds from the next change on.
struct AddedWaivers {
  private struct Waiver {
    var what: String
    var reason: String?
    var range: SourceRange
  }

  private let file: SourceFile?
  private let waivers: [Waiver]

  /// - Parameter former: the base's; nil where it has none.
  init(_ configuration: LoadedConfiguration?, since former: LoadedConfiguration?) {
    file = configuration?.file
    guard let file, let new = configuration.map({ _ in ConfigurationFile.read(file).configuration }) else {
      waivers = []
      return
    }
    let old = former?.configuration ?? Configuration()
    var waivers: [Waiver] = []
    let ignored = Set(old.ignore.map { $0.value })
    for name in new.ignore where !ignored.contains(name.value) {
      waivers.append(Waiver(what: "'ignore: \(name.value)'", range: name.range))
    }
    if let select = new.select, select.map({ $0.value }) != old.select?.map({ $0.value }), let first = select.first {
      waivers.append(Waiver(what: "another 'select'", range: first.range))
    }
    let former = Set(
      old.perFileIgnores.flatMap { entry in entry.rules.map { "\(entry.files.value.pattern) \($0.value)" } })
    for entry in new.perFileIgnores {
      for rule in entry.rules where !former.contains("\(entry.files.value.pattern) \(rule.value)") {
        waivers.append(Waiver(what: "'\(rule.value)' in 'per-file-ignores'", range: rule.range))
      }
    }
    for exemption in new.exemptions where !old.exemptions.contains(where: { $0.waivesTheSame(as: exemption) }) {
      let platform = exemption.platform.map { " of '\($0)'" } ?? ""
      waivers.append(
        Waiver(
          what: "an exemption from '\(exemption.rule.value)'\(platform)", reason: exemption.reason,
          range: exemption.range))
    }
    self.waivers = waivers
  }

  var moves: [ReviewedMove] {
    waivers.map { waiver in
      var move = ReviewedMove(.waived, waiver.what)
      move.details.changes = [waiver.reason ?? "without a reason"]
      move.head = file.map { Location(file: $0.path, range: waiver.range) }
      return move
    }
  }

  /// - Parameter others: what is found already.
  func findings(_ others: [ReviewedFinding]) -> [ReviewedFinding] {
    guard let file else { return [] }
    return waivers.map { waiver in
      let reason = waiver.reason.map { ", with the reason '\($0)'" } ?? ""
      return ReviewedFinding(
        Diagnostic(
          rule: Rule.addedWaiver.id, severity: Rule.addedWaiver.severity,
          message: "the change adds \(waiver.what) to '\(file.path)'\(reason)", file: file.path, range: waiver.range,
          help: "it leaves nothing of this change out, and holds from the next one on; let somebody look at it"),
        .asked, subject: waiver.what)
    }
  }
}

extension Configuration.Exemption {
  fileprivate func waivesTheSame(as other: Configuration.Exemption) -> Bool {
    rule.value == other.rule.value && file?.value.pattern == other.file?.value.pattern && platform == other.platform
  }
}
