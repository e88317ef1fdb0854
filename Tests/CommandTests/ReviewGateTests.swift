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
