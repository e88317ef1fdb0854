extension Policy {
  /// NumPy's NEP 57, as published on 2026-07-17. The reasons are the NEP's, in our words.
  package static let nep57 = Policy(
    id: "nep57",
    name: "NEP 57",
    url: "https://numpy.org/neps/nep-0057-numpy-platform-support.html",
    tiers: [.nep57Tier1, .nep57Tier2, .nep57Tier3],
    unsupportedLists: [.nep57FormerlySupported, .nep57KnownInterest],
    moveDemands: MoveDemand.nep57,
    demandThreshold: 0.5,
    document: .nep)
}

extension Tier {
  fileprivate static let nep57Tier1 = Tier(
    id: "tier-1",
    name: "Tier 1",
    duties: Duties(
      ci: CIDuty(
        accepted: [.github], byException: [.otherService],
        because: "Tier 1 needs regular CI on GitHub, or by exception on another well-integrated service"),
      wheels: WheelDuty(.released, because: "the NumPy team releases wheels on PyPI for Tier 1"),
      blocking: BlockingDuty(
        [.ci, .wheelBuild], because: "failures of regular CI and of wheel builds block a release"),
      contacts: ContactDuty(
        minimum: 0, isShared: true,
        because: "all maintainers together keep the main branch and the wheel builds of Tier 1 working")),
    listing: TierSection(headings: ["Tier 1"], columns: [.platform, .notes]))

  fileprivate static let nep57Tier2 = Tier(
    id: "tier-2",
    name: "Tier 2",
    duties: Duties(
      ci: CIDuty(
        accepted: [.github, .selfHosted], byException: [.otherService],
        because: "Tier 2 needs regular CI as Tier 1 has it, or on a reliable self-hosted service"),
      wheels: WheelDuty(.released, because: "the NumPy team releases wheels on PyPI for Tier 2"),
      blocking: BlockingDuty([.ci], because: "CI failures block a release"),
      contacts: ContactDuty(
        minimum: 1, roles: [.maintainer],
        because:
          "Tier 2 needs a maintainer who is responsible in the long term for the main branch and the wheel builds")),
    listing: TierSection(headings: ["Tier 2"], columns: [.platform, .notes, .contacts]))

  fileprivate static let nep57Tier3 = Tier(
    id: "tier-3",
    name: "Tier 3",
    duties: Duties(
      ci: CIDuty(
        accepted: [.github, .selfHosted], byException: [.otherService],
        because: "Tier 3 needs regular CI on the main branch, run as Tier 2 has it"),
      wheels: WheelDuty(.none, because: "no wheels are released on PyPI for Tier 3"),
      blocking: BlockingDuty(
        [.ci], because: "CI failures block a release, unless they are the platform's own and are skipped"),
      contacts: ContactDuty(
        minimum: 1, roles: [.maintainer, .contributor],
        because: "Tier 3 needs a maintainer or a trusted regular contributor who keeps CI on the main branch working")),
    listing: TierSection(headings: ["Tier 3"], columns: [.platform, .notes, .contacts]))
}

extension UnsupportedList {
  fileprivate static let nep57FormerlySupported = UnsupportedList(
    id: "formerly-supported",
    name: "formerly supported platforms",
    kind: .formerlySupported,
    listing: TierSection(
      headings: ["Unsupported platforms"], introducedBy: ["previously in a supported tier"],
      columns: [.platform, .notes]))

  /// A document without it is in order: every platform of interest may have reached a tier.
  fileprivate static let nep57KnownInterest = UnsupportedList(
    id: "known-interest",
    name: "platforms of known interest",
    kind: .knownInterest,
    listing: TierSection(
      headings: ["Unsupported platforms"], introducedBy: ["known interest"], columns: [.platform, .notes],
      isRequired: false))
}

extension Column {
  fileprivate static let platform = Column("Platform", role: .platform)
  fileprivate static let notes = Column("Notes", role: .notes)
  fileprivate static let contacts = Column("Contacts", role: .contacts)
}

extension MoveDemand {
  fileprivate static let nep57 = [
    MoveDemand(
      kind: .promotion, evidence: [.council],
      because: "promotion to a tier needs the Steering Council's support"),
    MoveDemand(
      kind: .promotion, onlyWithWheels: true, evidence: [.mailingList],
      because: "promotion into a tier that releases wheels is discussed on the mailing list"),
    MoveDemand(
      kind: .demotion, evidence: [.mailingList],
      because: "a move to a lower tier is discussed on the mailing list"),
    MoveDemand(
      kind: .addition, evidence: [.pullRequest],
      because: "an unsupported platform enters a tier by a regular pull request"),
    MoveDemand(
      kind: .addition, onlyWithWheels: true, evidence: [.mailingList],
      because: "a move into a tier that releases wheels is discussed on the mailing list"),
    MoveDemand(
      kind: .newEntry, evidence: [.ci, .contacts],
      because: "a platform in a tier meets all that the tier asks for"),
    MoveDemand(
      kind: .contact, evidence: [.acknowledgement],
      because: "a contact is somebody who commits to take the responsibility"),
    MoveDemand(
      kind: .removal, evidence: [.mailingList, .announcement],
      because: "leaving all tiers is discussed on the mailing list and announced by the middle of the release cycle"),
    MoveDemand(
      kind: .removal, evidence: [.unsupportedListing],
      because: "a platform that is in line with no tier is listed as unsupported"),
    MoveDemand(
      kind: .droppedWheels, evidence: [.mailingList, .release, .note],
      because: "without wheels 'pip install' builds from source, so wheels are dropped with great reluctance"),
  ]
}

extension DocumentConventions {
  /// What NEP 0 and the script that builds the index of NEPs (`build_index.py`) ask of every NEP.
  fileprivate static let nep = DocumentConventions(
    issueRepository: "numpy/numpy",
    issuePrefixes: ["gh-"],
    mailingList: "https://mail.python.org/archives/list/numpy-discussion@python.org/",
    header: [
      HeaderFieldRule("Author", .text),
      HeaderFieldRule(
        "Status",
        .oneOf([
          "Draft", "Active", "Accepted", "Provisional", "Deferred", "Rejected", "Withdrawn", "Final", "Superseded",
        ])),
      HeaderFieldRule("Type", .oneOf(["Standards Track", "Informational", "Process"])),
      HeaderFieldRule("Created", .date),
      HeaderFieldRule(
        "Replaced-By", .text, isRequired: false,
        requiredWhen: HeaderFieldRule.Condition(field: "Status", values: ["Superseded"])),
      HeaderFieldRule(
        "Resolution", .link(or: ["-"]), isRequired: false,
        requiredWhen: HeaderFieldRule.Condition(field: "Status", values: ["Accepted", "Rejected", "Withdrawn"])),
    ],
    numbering: Numbering(filePrefix: "nep-", labelPrefix: "NEP", titlePrefix: "NEP ", titleSeparator: " — "))
}
