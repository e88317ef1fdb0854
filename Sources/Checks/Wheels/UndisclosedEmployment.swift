import Diagnostics
import Policy

/// NEP 57, first principle: who is paid for a platform with wheels says so, and what depends on it.
extension Rule {
  static let undisclosedEmployment = Rule(
    id: "undisclosed-employment", family: .wheels, severity: .error,
    summary: "a contact of a platform with wheels is paid for it and has not told the council, or nobody knows",
    rationale: """
      Being paid for the work is fine. Where wheels are released the project binds itself for long, so the Steering \
      Council has to know whether support ends with a contract. The policy asks to tell the council and nobody else: who \
      pays, and for how long, need not be published, and 'employment: disclosed' is all that the registry has of it. That \
      nothing is known is reported as information.
      """,
    remedy: "Ask the contact to tell the council, and write 'employment: disclosed' or 'employment: none'.",
    accepted: [
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts:
          - {person: ada, employment: disclosed}
          - {person: grace, employment: none}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
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
        """),
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
        contacts:
          - {person: ada, employment: none}
          - {person: grace, employment: ↓undisclosed}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
      .files(
        """
        --- people.yaml
        ada: {name: Ada Lovelace, role: maintainer}
        grace: {name: Grace Hopper, role: maintainer}
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        contacts:
          - ↓ada
          - {person: grace, employment: disclosed}
        moves: [{date: 2026-02-09, to: tier-2}]
        """),
    ],
    check: .platform(check))

  private static func check(_ context: PlatformContext, report: (Finding) -> Void) {
    guard let verdict = context.verdict(on: .employment), verdict.status != .kept else { return }
    for (index, contact) in context.platform.contacts.enumerated() {
      switch contact.employment {
      case .known(.none), .known(.disclosed): continue
      case .known(.undisclosed): report(.undisclosedEmployment(context, contact, index: index, isKnown: true))
      case .unknown where !context.platform.unknownParts.isEmpty: continue
      case .unknown: report(.undisclosedEmployment(context, contact, index: index, isKnown: false))
      }
    }
  }
}

extension Finding {
  fileprivate static func undisclosedEmployment(
    _ context: PlatformContext, _ contact: Contact, index: Int, isKnown: Bool
  ) -> Finding {
    let name = context.registry.name(of: contact.person).quoted
    let platform = context.platform.name.quoted
    return Finding(
      isKnown
        ? "\(name) is paid for \(platform) and has not told the council"
        : "nothing says whether \(name) is paid for \(platform)",
      at: context.places["contacts", .element(index), "employment"],
      help: """
        contacts of a platform with wheels tell the council, and need tell nobody else, whether they are paid for it; \
        then write '{person: ID, employment: \(isKnown ? "disclosed" : "none")}'
        """,
      severity: isKnown ? nil : .info)
  }
}
