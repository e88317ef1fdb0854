import Checks
import Diagnostics
import Documents
import Policy
import Testing

/// What a change has to bring by itself: what was there before, or is about another platform, shows nothing.
@Suite struct ChangeEvidenceTests {
  private static let archive = "https://mail.python.org/archives/list/numpy-discussion@python.org/"
  private static let old = archive + "thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/"
  private static let new = archive + "thread/ZZZZZZGHIJKLMNOPQRSTUVWXYZ234567/"

  private static let base = """
    ## Tier 1

    | Platform | Notes             |
    |----------|-------------------|
    | Haiku    | Runs on our CI    |
    | Minix    |                   |

    ## Tier 2

    | Platform | Notes | Contacts     |
    |----------|-------|--------------|
    | Hurd     |       | Grace Hopper |

    ## Tier 3

    | Platform | Notes                                    | Contacts     |
    |----------|------------------------------------------|--------------|
    | Plan 9   | No wheels since 2.1.0, see [why](\(old)) | Ada Lovelace |
    | Inferno  | Runs on our CI                           | Ada Lovelace |

    ## Unsupported platforms

    Previously in a supported tier:

    | Platform | Notes                            |
    |----------|----------------------------------|
    | BeOS     | CI jobs used to run on Travis CI |

    Known interest:

    | Platform | Notes                    |
    |----------|--------------------------|
    | Amiga    | Looking for a CI machine |
    """

  private func review(
    _ edits: [(String, String)], acknowledged: [String: String] = [:]
  ) throws -> [String] {
    var head = Self.base
    for (old, new) in edits {
      try #require(head.contains(old))
      head = head.replacing(old, with: new)
    }
    let today = try #require(CalendarDate("2026-11-23"))
    func state(_ text: String) -> PolicyState {
      let file = SourceFile(path: "platforms.md", text: text)
      return PolicyState(documents: [LocatedDocument(file, as: .markdown, policy: .nep57)], policy: .nep57)
    }
    var reviewer = Reviewer(base: state(Self.base), head: state(head), today: today)
    reviewer.acknowledged = acknowledged
    return reviewer.review().diagnostics.filter { $0.severity > .info }.map { "\($0.rule): \($0.message)" }
  }

  private func rules(_ edits: [(String, String)], acknowledged: [String: String] = [:]) throws -> [String] {
    try review(edits, acknowledged: acknowledged).map { String($0.prefix { $0 != ":" }) }
  }

  private let minixInTier1 = "| Minix    |                   |\n"
  private func minixInTier3(_ note: String, _ contact: String = "Ada Lovelace") -> (String, String) {
    ("| Inferno  |", "| Minix | \(note) | \(contact) |\n| Inferno  |")
  }
  private let agreed = ["ada lovelace": "https://github.com/numpy/numpy/pull/7"]

  @Test("the thread of another platform's move decides nothing")
  func anothersThread() throws {
    let note = "No wheels from 2.7.0 on, [discussion](\(Self.old))"
    let found = try rules([(minixInTier1, ""), minixInTier3(note)], acknowledged: agreed)
    #expect(found == ["undecided-demotion"])
  }

  @Test("a thread of its own does")
  func ownThread() throws {
    let note = "No wheels from 2.7.0 on, [discussion](\(Self.new))"
    #expect(try rules([(minixInTier1, ""), minixInTier3(note)], acknowledged: agreed) == [])
  }

  @Test(
    "other ways to write the old thread's address are the old thread",
    arguments: [
      old + "#ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", String(old.dropLast()), String(old.dropLast(3)),
      old.replacing("https:", with: "http:"), old.replacing("thread", with: "message"),
    ])
  func sameThread(uri: String) throws {
    let note = "No wheels from 2.7.0 on, [discussion](\(uri))"
    let found = try rules([(minixInTier1, ""), minixInTier3(note)], acknowledged: agreed)
    #expect(found == ["undecided-demotion"])
  }

  @Test(
    "the same path on another host is another place",
    arguments: [
      "https://evil.example/archives/list/numpy-discussion@python.org/thread/ZZZZZZGHIJKLMNOPQRSTUVWXYZ234567/",
      "https://mail.python.org.evil.example/archives/list/numpy-discussion@python.org/thread/ZZZZZZGHIJKLMNOPQRSTUVWXYZ234567/",
      "https://evil.example/?u=https://mail.python.org/archives/list/numpy-discussion@python.org/thread/1",
    ])
  func anotherHost(uri: String) throws {
    let note = "No wheels from 2.7.0 on, [discussion](\(uri))"
    let found = try rules([(minixInTier1, ""), minixInTier3(note)], acknowledged: agreed)
    #expect(found.contains("undecided-demotion"))
  }

  @Test("the list as such is no thread", arguments: ["", "latest", "2026/"])
  func theListAlone(path: String) throws {
    let note = "No wheels from 2.7.0 on, [discussion](\(Self.archive + path))"
    let found = try rules([(minixInTier1, ""), minixInTier3(note)], acknowledged: agreed)
    #expect(found == ["undecided-demotion"])
  }

  @Test("the thread of its earlier demotion does not decide the next move")
  func itsOwnOldThread() throws {
    let row = "| Plan 9   | No wheels since 2.1.0, see [why](\(Self.old)) | Ada Lovelace |\n"
    let leaves = (
      "| BeOS     |", "| Plan 9 | Was Tier 3, see [why](\(Self.old)) |\n| BeOS     |"
    )
    #expect(try rules([(row, ""), leaves]) == ["undecided-demotion"])
    let rises = ("| Minix    |", "| Plan 9 | see [the council](\(Self.old)) |\n| Minix    |")
    #expect(try rules([(row, ""), rises]) == ["undecided-promotion"])
  }

  @Test(
    "the council's decision is where the policy has decisions, and is no refusal",
    arguments: [
      ("[approved by the Steering Council](https://github.com/numpy/numpy/issues/7)", true),
      ("[Steering Council](\(archive)thread/YYYYYYGHIJKLMNOPQRSTUVWXYZ234567/)", true),
      ("[Steering Council](https://github.com/numpy/numpy)", false),
      ("[Steering Council](https://github.com/evil/numpy/issues/7)", false),
      ("[Steering Council](https://blog.example/7)", false),
      ("[rejected by the Steering Council](https://github.com/numpy/numpy/issues/7)", false),
      ("not approved by the [Steering Council](https://github.com/numpy/numpy/issues/7)", false),
      ("awaiting the [Steering Council](https://github.com/numpy/numpy/issues/7)", false),
    ])
  func council(link: String, isDecision: Bool) throws {
    let row = "| Inferno  | Runs on our CI                           | Ada Lovelace |\n"
    let note = "Runs on our CI, [discussion](\(Self.new)), \(link)"
    let risen = ("| Hurd     |", "| Inferno | \(note) | Ada Lovelace |\n| Hurd     |")
    #expect(try rules([(row, ""), risen], acknowledged: agreed) == (isDecision ? [] : ["undecided-promotion"]))
  }

  @Test("what a note said of wheels before says nothing of this release")
  func oldWords() throws {
    let before = ("| Hurd     |       |", "| Hurd     | Wheels since 2.1.0 |")
    let row = "| Hurd | Wheels since 2.1.0, [discussion](\(Self.new)) | Grace Hopper |\n"
    let found = try review([
      before, ("| Hurd     | Wheels since 2.1.0 | Grace Hopper |\n", ""), ("| Inferno  |", row + "| Inferno  |"),
    ])
    #expect(found.contains { $0.hasPrefix("dropped-wheels: 'Hurd' loses its wheels") })
  }

  @Test(
    "CI that is past, wished for or denied is no CI",
    arguments: [
      "CI jobs used to run on Travis CI", "Looking for a CI machine", "No CI yet", "Needs runners", "Ran on Cirrus CI",
      "Will run on our runners", "",
    ])
  func noCI(note: String) throws {
    let beos = "| BeOS     | CI jobs used to run on Travis CI |\n"
    let added = ("| Inferno  |", "| BeOS | \(note) | Ada Lovelace |\n| Inferno  |")
    #expect(try rules([(beos, ""), added], acknowledged: agreed) == ["incomplete-addition"])
  }

  @Test(arguments: ["Runs on regular runners", "Tested in CI on donated machines, used for the docs"])
  func someCI(note: String) throws {
    let beos = "| BeOS     | CI jobs used to run on Travis CI |\n"
    let added = ("| Inferno  |", "| BeOS | \(note) | Ada Lovelace |\n| Inferno  |")
    #expect(try rules([(beos, ""), added], acknowledged: agreed) == [])
  }

  @Test(
    "a contact is a person",
    arguments: ["2026-01-30", "IBM", "see gh-7", "Runs on IBM machines", "the PyPy team", "self-hosted runners"])
  func noPerson(contact: String) throws {
    let amiga = "| Amiga    | Looking for a CI machine |"
    let added = ("| Inferno  |", "| Amiga | Runs on our CI | \(contact) |\n| Inferno  |")
    let found = try review([(amiga, ""), added])
    #expect(found.contains { $0.hasPrefix("incomplete-addition:") && $0.hasSuffix("without a contact") }, "\(found)")
  }

  @Test("that a row links an issue does not show that somebody agreed")
  func acknowledgement() throws {
    let edit = (
      "| Inferno  | Runs on our CI                           | Ada Lovelace |",
      "| Inferno  | Runs on our CI, [gh-7](https://github.com/numpy/numpy/pull/7) | Ada Lovelace, Alan Turing |"
    )
    #expect(try rules([edit]) == ["unacknowledged-contact"])
    #expect(try rules([edit], acknowledged: ["alan turing": "https://github.com/numpy/numpy/pull/7"]) == [])
    #expect(try rules([edit], acknowledged: agreed) == ["unacknowledged-contact"])
  }
}
