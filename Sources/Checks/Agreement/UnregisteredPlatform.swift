import Diagnostics
import Documents
import Policy

/// The document and the registry list the same platforms.
enum UnregisteredPlatform: AgreementRule {
  static let description = RuleDescription(
    id: "unregistered-platform", family: .agreement, severity: .error,
    summary: "the registry does not know a platform that the document lists",
    rationale: """
      The document is what people read and the registry what pages and checks are made of. A platform that only the \
      document has is checked by nobody: no CI, no wheels and no dates are known of it.
      """,
    remedy: "Add the platform to the registry, take its row out, or spell it as the registry does.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        """)
    ],
    flagged: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform | Notes | Contacts     |
        |----------|-------|--------------|
        | Haiku    |       | Ada Lovelace |
        | ↓Plan 9   |       | Ada Lovelace |
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku x86-64
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts: [ada]
        moves: [{date: 2026-02-09, to: tier-3}]
        --- platforms.md
        ## Tier 3

        | Platform    | Notes | Contacts     |
        |-------------|-------|--------------|
        | ↓Haiku amd64 |       | Ada Lovelace |
        """),
    ])

  static func check(_ agreement: Agreement, report: (Finding) -> Void) {
    for row in agreement.unregistered {
      let arrival = agreement.arrivals[row.platform.text.folded]
      report(arrival.map { .tooEarly(row, arrival: $0) } ?? .unregisteredPlatform(row))
    }
    for pair in agreement.misnamed { report(.otherwiseNamed(pair)) }
    for pair in agreement.repeated { report(.listedAgain(pair)) }
  }
}

extension Finding {
  fileprivate static func unregisteredPlatform(_ row: LocatedRow) -> Finding {
    Finding(
      "\(row.platform.text.quoted) is not in the registry",
      at: row.platform.range,
      help: "add a file for it to the registry's folder 'platforms', or take the row out")
  }

  fileprivate static func tooEarly(_ row: LocatedRow, arrival: CalendarDate) -> Finding {
    Finding(
      "\(row.platform.text.quoted) has no place in the registry before \(arrival)",
      at: row.platform.range,
      help: "take the row out until then, correct the date of the platform's first move, or add an earlier one")
  }

  fileprivate static func otherwiseNamed(_ pair: Agreement.Pair) -> Finding {
    Finding(
      "\(pair.row.platform.text.quoted) is called \(pair.registered.name.quoted) in the registry",
      at: pair.row.platform.range,
      help: "write the same name in the table and in \(pair.registered.file)")
  }
  fileprivate static func listedAgain(_ pair: Agreement.Pair) -> Finding {
    Finding(
      "\(pair.row.platform.text.quoted) is in the registry once, and this is one more row of it",
      at: pair.row.platform.range,
      help: "delete one of the rows, or add a file for another platform to the registry's folder 'platforms'")
  }
}
