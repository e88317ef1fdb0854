import Foundation
import Testing
import TestSupport

/// What a change cannot do: judge itself.
@Suite struct ReviewGateTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private static let name = "nep-0057-platforms.md"
  private static func document(_ rows: String, above: String = "") -> String {
    """
    # NEP 57

    ## Tier 1

    | Platform | Notes |
    |---|---|
    | Linux | |

    ## Tier 2

    | Platform | Notes | Contacts |
    |---|---|---|
    | Hurd | | Ada Lovelace |

    ## Tier 3

    \(above)| Platform | Notes | Contacts |
    |---|---|---|
    \(rows)

    """
  }

  /// A row whose contact nobody has asked.
  private static let unasked = "| Haiku | Runs on our CI | Grace Hopper |"
  private static let before = document("| Haiku | Runs on our CI | Ada Lovelace |")

  private func review(_ files: [String: String], _ options: [String] = [], message: String = "Change") throws
    -> Tool.Result
  {
    try repository.commit([Self.name: Self.before])
    try repository.commit(files, message: message)
    return try Tool.run(
      ["review", "HEAD~1", "HEAD", "--format", "text"] + options, in: repository.path,
      environment: TestRepository.environment)
  }

  @Test func anUnaskedContactIsAnError() throws {
    let result = try review([Self.name: Self.document(Self.unasked)])
    #expect(result.status == 1)
    #expect(result.output.contains("error[unacknowledged-contact]"))
    #expect(result.output.contains("--acknowledged \"Grace Hopper=URL\""))
  }

  @Test(
    "what a change adds to the configuration leaves nothing of it out",
    arguments: [
      "ignore: [review, rows]\n", "per-file-ignores: {'*.md': [review]}\n", "select: [document]\n",
      "exemptions:\n  - {rule: unacknowledged-contact, platform: Haiku, reason: she will agree}\n",
    ])
  func addedConfiguration(text: String) throws {
    let result = try review([Self.name: Self.document(Self.unasked), ".platform-tiers.yaml": text])
    #expect(result.status == 1)
    #expect(result.output.contains("error[unacknowledged-contact]"))
    #expect(result.output.contains("waived from now on: "))
    #expect(result.output.contains("[added-waiver]"))
  }

  @Test("what the base waives is waived")
  func formerConfiguration() throws {
    try repository.commit([".platform-tiers.yaml": "ignore: [unacknowledged-contact]\n"])
    let result = try review([Self.name: Self.document(Self.unasked)])
    #expect(result.status == 0)
    #expect(!result.output.contains("added-waiver"))
  }

  @Test("a suppression that a change adds is told with its reason, and nothing silences that")
  func addedSuppression() throws {
    let comment = "<!-- platform-tiers: ignore unacknowledged-contact, added-waiver -- she will agree -->\n\n"
    let result = try review([Self.name: Self.document(Self.unasked, above: comment)])
    #expect(result.output.contains("waived from now on: 'unacknowledged-contact' and 'added-waiver', she will agree"))
    #expect(result.output.contains("[added-waiver]: the change adds a suppression"))
    #expect(!result.output.contains("nothing is missing"))
  }

  @Test("a policy that a change brings does not judge it")
  func addedPolicy() throws {
    let policy = "id: own\nname: Own\ntiers: [{id: tier-1, name: Tier 1, columns: [Platform, Notes]}]\n"
    let gone = Self.document("| Plan 9 | Runs on our CI | Ada Lovelace |")
    let result = try review(
      [Self.name: gone, ".platform-tiers.yaml": "policy: p.yaml\n", "p.yaml": policy])
    #expect(result.status == 1)
    #expect(result.output.contains("'Haiku' is gone from 'Tier 3'"), "\(result.output)")
  }

  /// A policy whose first tier asks for so many contacts, and a page of it.
  private static func policy(contacts: Int) -> String {
    """
    id: own
    name: Own
    tiers:
      - id: tier-1
        name: Tier 1
        columns: [Platform, Contacts]
        contacts: {minimum: \(contacts), roles: maintainer, because: somebody answers for it}

    """
  }
  private static func page(_ contact: String) -> String {
    "# NEP 57\n\n## Tier 1\n\n| Platform | Contacts |\n|---|---|\n| Haiku | \(contact) |\n"
  }

  @Test("a tier's duties are those that the base has")
  func weakenedPolicy() throws {
    try repository.commit([
      Self.name: Self.page("Ada Lovelace"), ".platform-tiers.yaml": "policy: p.yaml\n",
      "p.yaml": Self.policy(contacts: 1),
    ])
    try repository.commit([Self.name: Self.page(""), "p.yaml": Self.policy(contacts: 0)])
    let result = try Tool.run(
      ["review", "HEAD~1", "HEAD", "--format", "concise"], in: repository.path,
      environment: TestRepository.environment)
    #expect(result.status == 1)
    #expect(result.output.contains("[last-contact-removed]"), "\(result.output)")
    #expect(result.output.contains("[weakened-policy]"), "\(result.output)")
  }

  @Test("a change of the configuration alone is compared by what it does to the documents")
  func configurationAlone() throws {
    let result = try review([
      ".platform-tiers.yaml": "policy: p.yaml\n",
      "p.yaml": "id: own\nname: Own\ntiers: [{id: tier-1, name: Tier 1, columns: [Platform, Notes]}]\n",
    ])
    #expect(result.status == 1)
    #expect(result.output.contains("'Haiku' is gone from 'Tier 3'"), "\(result.output)")
    #expect(result.output.contains("compared 3 platforms in 1 document with 1 platform in 1 document"))
  }

  @Test("a policy that was named and is read in part says so, and ends with 1")
  func policyOfOtherTiers() throws {
    let policy = """
      id: own
      name: Own
      tiers:
        - {id: tier-1, name: Tier 1, columns: [Platform, Notes]}
        - {id: best, name: Best, columns: [Platform, Notes]}

      """
    let result = try review(
      [Self.name: Self.before + "\nText.\n", "p.yaml": policy], ["--policy", "p.yaml"])
    #expect(result.status == 1)
    #expect(result.output.contains("error[missing-tier]: the document has no heading 'Best'"), "\(result.output)")
    #expect(!result.output.contains("nothing is missing"))
  }

  @Test("a registry that a change brings is as good as it is")
  func adoption() throws {
    try repository.commit([Self.name: Self.before])
    let imported = try Tool.run(["import", Self.name, "--date", "2026-02-09"], in: repository.path)
    #expect(imported.status == 0, "\(imported.error)")
    try repository.commit([".platform-tiers.yaml": "registry: registry\ndocuments: [\(Self.name)]\n"])
    let result = try Tool.run(
      ["review", "HEAD~1", "HEAD", "--format", "text"], in: repository.path, environment: TestRepository.environment)
    #expect(result.output.contains("3 platforms in the registry"), "\(result.output)")
    #expect(result.output.contains("warning[unknown-facts]") && !result.output.contains("error["), "\(result.output)")
    #expect(result.status == 0)
  }

  @Test("who agreed is told on the command line or by a trailer of a commit")
  func acknowledgements() throws {
    let files = [Self.name: Self.document(Self.unasked)]
    let told = try review(files, ["--acknowledged", "grace  hopper=https://github.com/numpy/numpy/pull/7"])
    #expect(told.status == 0, "\(told.output)")
    let signed = try review(
      files, message: "List Haiku\n\nAcked-by: Grace Hopper <grace@example.org>\n")
    #expect(signed.status == 0, "\(signed.output)")
    for message in [
      "List Haiku\n\nAcked-by: Alan Turing <alan@example.org>\n", "Acked-by: Grace Hopper <grace@example.org>\n",
      "List Haiku\n\nWe wait for\nAcked-by: Grace Hopper <grace@example.org>\n\nIt will come.\n",
      "List Haiku\n\nAcked-by: Grace Hopper <grace@example.org> (pending)\n",
    ] {
      #expect(try review(files, message: message).status == 1, "\(message)")
    }
  }

  @Test func whatIsNoAcknowledgementIsWrongUsage() throws {
    let result = try Tool.run(["review", "main", "--acknowledged", "Grace Hopper"], in: repository.path)
    #expect(result.status == 64)
  }
}
