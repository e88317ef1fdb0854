import Evidence
import Testing

@Suite struct ProjectNameTests {
  @Test(arguments: [
    ("NumPy", "numpy"), ("Friendly-Bard", "friendly-bard"), ("friendly.bard", "friendly-bard"),
    ("friendly--.__bard", "friendly-bard"), ("2to3", "2to3"),
  ])
  func namesThatDifferInSeparatorsAndCaseAreTheSame(name: String, normalized: String) {
    #expect(ProjectName(name)?.normalized == normalized)
  }

  @Test(arguments: ["", "-", "numpy-", ".numpy", "num py", "nümpy", "numpy/"])
  func whatIsNoNameIsNil(text: String) {
    #expect(ProjectName(text) == nil)
  }
}
