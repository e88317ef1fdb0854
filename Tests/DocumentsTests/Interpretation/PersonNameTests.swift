import Diagnostics
import Documents
import Testing

/// What may stand where a tier asks for a person.
@Suite struct PersonNameTests {
  private func standsForNobody(_ text: String) -> Bool {
    !NamedContact(LocatedText(text, at: .fileStart)).isPerson
  }

  @Test(arguments: [
    "Ada Lovelace", "Grace B. Hopper", "A. Lovelace", "Ludwig van Beethoven", "Guido van Rossum", "Ada Lovelace (@ada)",
    "Ada Lovelace <ada@example.org>", "@ada", "ada", "ada-l", "Nathaniel J. Smith", "José María Olazábal", "李明",
    "Sinéad O'Connor", "Jean-Luc Picard", "Łukasz Langa", "Bruno Verachten", "Russell Keith-Magee", "Chae-Won Kim",
    "Ada", "ada lovelace", "Ada lovelace", "ada@example.org", "Martin von Löwis", "Юлия Иванова", "Abdul-Aziz ibn Saud",
    "Smith Jr.", "Gyeongjae Choi",
    "Kumar Aditya", "J. R. R. Tolkien", "Ronald McDonald", "Leonardo di Caprio",
  ])
  func namesAreTaken(name: String) {
    #expect(!standsForNobody(name))
  }

  @Test(arguments: [
    "2026-01-30", "IBM", "see gh-22318", "Runs on IBM machines", "Looking for a maintainer", "self-hosted runners",
    "the PyPy team", "TBD", "?", "", "N/A", "PyPy team", "RISE", "ARM Ltd", "gh-123", "#4321", "2.6.0",
    "numpy maintainers", "Was Tier 3", "ran on Cirrus CI", "All maintainers", "IBM Corporation", "32-bit Python",
    "https://example.org/ada", "@numpy/release-team", "needs somebody", "Volunteers wanted", "the community", "—",
    "no contact yet", "maintainers", "numpy-team", "security@example.org", "cibuildwheel cross-compiles", "me",
    "discussion board", "donated machines",
  ])
  func otherTextsAreNot(text: String) {
    #expect(standsForNobody(text))
  }
}
