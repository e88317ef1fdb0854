import Diagnostics
import Policy
import Testing
@testable import Policy

@Suite("policy files")
struct PolicyFileTests {
  private func read(_ text: String) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    PolicyFile.read(SourceFile(path: "policy.yaml", text: text))
  }

  @Test("the least that a policy says")
  func least() throws {
    let (policy, diagnostics) = read(
      """
      id: mine
      name: our policy
      tiers:
        - {id: one, name: First class, columns: [Platform]}
      """)
    #expect(diagnostics.lines == [])
    #expect(
      policy
        == Policy(
          id: "mine", name: "our policy",
          tiers: [
            Tier(
              id: "one", name: "First class",
              duties: Duties(
                ci: nil, wheels: WheelDuty(.unstated, because: ""), blocking: BlockingDuty([], because: ""),
                contacts: ContactDuty(minimum: 0, because: "")),
              listing: TierSection(headings: ["First class"], columns: [Column("Platform", role: .platform)]))
          ]))
  }

  @Test("a policy of another shape than NEP 57's")
  func otherShape() throws {
    let (policy, diagnostics) = read(
      """
      id: toolchains
      name: the toolchain policy
      identity: [platform, notes]
      tiers:
        - id: gold
          name: Gold
          heading: [Gold support, Gold]
          introduced-by: we test
          columns: [Target Triple, Notes, {title: Contacts, also: [Owners, Owner]}]
          contacts: {minimum: 2, roles: maintainer, because: two of us know each gold target}
          ci: [github, self-hosted]
          wheels: released
          blocks-release: [ci, wheel-build]
        - id: silver
          name: Silver
          columns: [Kind, {title: Machine, role: platform}, {title: Remarks, role: notes, required: false}]
          row-filter: {column: Kind, text: target}
          required: false
          ci: github
          wheels: none
          blocks-release: ci
          contacts: 1
          stated: [{id: fixes, because: fixes are released within a month}]
      """)
    #expect(diagnostics.lines == [])
    let toolchains = try #require(policy)
    #expect(toolchains.identity == [.platform, .notes])
    #expect(
      toolchains.tiers[0].listing
        == TierSection(
          headings: ["Gold support", "Gold"], introducedBy: ["we test"],
          columns: [
            Column("Target Triple", role: .platform), Column("Notes", role: .notes),
            Column("Contacts", otherTitles: ["Owners", "Owner"], role: .contacts),
          ]))
    #expect(
      toolchains.tiers[0].duties
        == Duties(
          ci: CIDuty(accepted: [.github, .selfHosted], because: "Gold needs regular CI"),
          wheels: WheelDuty(.released, because: "wheels are released for Gold"),
          blocking: BlockingDuty([.ci, .wheelBuild], because: "failures in Gold block a release"),
          contacts: ContactDuty(minimum: 2, roles: [.maintainer], because: "two of us know each gold target")))
    #expect(
      toolchains.tiers[1].listing
        == TierSection(
          headings: ["Silver"],
          columns: [
            Column("Kind", role: .other), Column("Machine", role: .platform),
            Column("Remarks", role: .notes, isRequired: false),
          ], rowFilter: RowFilter(column: "Kind", text: "target"), isRequired: false))
    #expect(toolchains.tiers[1].duties.contacts == ContactDuty(minimum: 1, because: "Silver asks for 1 contact"))
    #expect(
      toolchains.tiers[1].duties.stated == [StatedDuty(id: "fixes", because: "fixes are released within a month")])
  }

  /// A file with the key lines that are no fault, and one or more that are.
  struct FaultyFile: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: [String]

    init(_ description: String, _ text: String, _ expected: String...) {
      testDescription = description
      self.text = text
      self.expected = expected
    }
  }

  static let tier = "tiers: [{id: a, name: A, columns: [Platform]}]\n"
  static let start = "id: x\nname: X\n" + tier

  static let faultyFiles = [
    FaultyFile("an empty file", "↓", "wrong-type nothing stands here; write a mapping with the keys of this policy"),
    FaultyFile("a list", "↓- a\n", "wrong-type a list stands here; write a mapping with the keys of this policy"),
    FaultyFile("a missing key", "↓id: x\n" + tier, "missing-key this policy has no 'name'; add it"),
    FaultyFile(
      "a misspelt key", start + "↓identiy: platform\n",
      "unknown-key 'identiy' is not a key of this policy; did you mean 'identity'?"),
    FaultyFile("an unknown key", start + "↓foo: 1\n", "unknown-key 'foo' is not a key of this policy; remove it"),
    FaultyFile(
      "a key twice", start + "url: a\n↓url: b\n", "duplicate-key 'url' is given twice; keep one of them"),
    FaultyFile(
      "a key that is no word", start + "↓[a]: b\n↓*c : d\n",
      "wrong-type a key of this policy is a list or a mapping; write a word",
      "yaml-alias '*c' is an alias; write the key out"),
    FaultyFile(
      "an alias and a merge", "id: &x x\nname: ↓*x\n" + tier + "↓<<: *x\n",
      "yaml-alias '*x' is an alias; write the value out", "yaml-alias '<<' merges an alias; write its keys out"),
    FaultyFile("a tag", start + "url: ↓!x y\n", "wrong-type the tag '!x' has no meaning here; remove it"),
    FaultyFile("nothing after a key", start + "url:↓\n", "wrong-type nothing stands here; write a name"),
    FaultyFile(
      "a word that is none of the field's", start + "identity: ↓platfrom\n",
      "invalid-value 'platfrom' is none of 'platform', 'notes', 'contacts', 'minimum-version', 'until' and 'other'; did you mean 'platform'?"
    ),
    FaultyFile(
      "numbers that are none", start + "demand-threshold: ↓0,5\n",
      "invalid-value '0,5' is not a number from 0 to 100; write one"),
    FaultyFile(
      "a quoted number", start + "demand-threshold: ↓'0.5'\n",
      "wrong-type '0.5' is quoted and so a text; write a number from 0 to 100 without quotes"),
    FaultyFile(
      "no tiers", "id: x\nname: X\n↓tiers: []\n", "invalid-value a policy has at least one tier; add it"),
    FaultyFile(
      "an id twice",
      "id: x\nname: X\ntiers: [{id: a, name: A, columns: [Platform]}, {id: ↓a, name: B, columns: [Platform]}]\n",
      "invalid-value 'a' is the id of another tier or list; choose one that is free"),
    FaultyFile(
      "a listing without platforms", "id: x\nname: X\ntiers: [{id: a, name: A, ↓columns: [Machine, Notes]}]\n",
      "invalid-value no column names the platform; give one the role 'platform'"),
    FaultyFile(
      "columns alike",
      "id: x\nname: X\ntiers: [{id: a, name: A, columns: [Platform, Notes, ↓{title: Rank, role: notes}, ↓rank]}]\n",
      "invalid-value two columns have the role 'notes'; give one the role 'other'",
      "invalid-value two columns are titled 'rank'; remove one"),
    FaultyFile(
      "a filter on a column that is not there",
      "id: x\nname: X\ntiers: [{id: a, name: A, columns: [Platform], row-filter: ↓{column: Kind, text: a}}]\n",
      "invalid-value rows are chosen by 'Kind', which is none of the columns; add it to them"),
    FaultyFile(
      "an identity that a listing lacks", start + "identity: [platform, ↓notes]\n",
      "invalid-value platforms are told apart by 'notes', and 'A' has no such column; add it there"),
    FaultyFile(
      "conditions that never hold",
      start + "document: {header: [↓{name: A, required-when: {field: B, values: c}}, {name: S, one-of: [d]}, "
        + "↓{name: R, required-when: {field: S, values: [d, e]}}]}\n",
      "invalid-value 'A' depends on 'B', which the header does not list; add it",
      "invalid-value 'R' depends on 'e', which 'S' never is; correct it"),
    FaultyFile(
      "fields of two types",
      start + "document: {header: [{name: A, one-of: [b], ↓type: date}, {name: B, ↓or: c}]}\n",
      "invalid-value a field has a 'type' or is 'one-of' some words; remove one",
      "invalid-value 'or' belongs to 'type: link'; remove it"),
    FaultyFile(
      "a repository", start + "document: {issues: {repository: ↓numpy, prefixes: gh-}}\n",
      "invalid-value 'numpy' is not a repository such as numpy/numpy; write one"),
    FaultyFile(
      "duties",
      "id: x\nname: X\ntiers: [{id: a, name: A, columns: [Platform], ci: ↓gitlab, wheels: ↓yes, "
        + "blocks-release: [↓tests], contacts: ↓-1}]\n",
      "invalid-value 'gitlab' is none of 'github', 'other-service' and 'self-hosted'; did you mean 'github'?",
      "invalid-value 'yes' is none of 'released', 'none' and 'unstated'; write one",
      "invalid-value 'tests' is none of 'ci' and 'wheel-build'; write one",
      "invalid-value '-1' is not a whole number; write one"),
    FaultyFile(
      "two documents", start + "---\n↓a\n", "invalid-yaml a second document starts here; keep one in a file"),
    FaultyFile(
      "faults all over the file",
      "↓nme: X\nid: ↓[x]\ntiers:\n  - ↓id: a\n    columns: ↓Platform\n  - ↓b\nmoves:\n  - {kind: ↓up, because: y, ↓why: x, evidence: []}\n",
      "unknown-key 'nme' is not a key of this policy; did you mean 'name'?",
      "wrong-type a list stands here; write a name",
      "missing-key this tier has no 'name'; add it",
      "wrong-type a text stands here; write a list",
      "wrong-type a text stands here; write a mapping with the keys of this tier",
      "invalid-value 'up' is none of 'promotion', 'demotion', 'addition', 'removal', 'new-entry', 'contact' "
        + "and 'dropped-wheels'; write one",
      "unknown-key 'why' is not a key of this move; remove it"),
  ]

  @Test("every fault, at its place", arguments: faultyFiles)
  func faults(_ faulty: FaultyFile) {
    let marked = MarkedFile(faulty.text)
    let (policy, diagnostics) = PolicyFile.read(marked.file)
    #expect(policy == nil)
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.file == "policy.yaml" })
    #expect(diagnostics.map { "\($0.rule) \($0.message)" } == faulty.expected)
    #expect(diagnostics.map(\.range.start) == marked.marks)
  }
}
