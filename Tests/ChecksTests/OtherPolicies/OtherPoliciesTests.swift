import Documents
import Testing

@Suite("The policies in docs/policies read pages of their project's shape")
struct OtherPoliciesTests {
  @Test("a page in order", arguments: PolicyMiniature.all)
  func inOrder(_ miniature: PolicyMiniature) throws {
    let (platforms, findings) = try miniature.read(miniature.text)
    #expect(platforms == miniature.platforms)
    #expect(findings == [])
  }

  static let planted =
    PlantedFault.pep11 + PlantedFault.rust + PlantedFault.wasmtime + PlantedFault.crystal + PlantedFault.numba
    + PlantedFault.sharedListings

  @Test("one fault in it", arguments: planted)
  func faulty(_ fault: PlantedFault) throws {
    let text = fault.miniature.text.replacing(fault.old, with: fault.new, maxReplacements: 1)
    #expect(text != fault.miniature.text)
    let (_, findings) = try fault.miniature.read(text)
    #expect(findings == fault.expected)
  }

  /// Header, numbering and labels are asked for by the policies that have them.
  @Test("no convention of another project is asked for", arguments: PolicyMiniature.all)
  func conventions(_ miniature: PolicyMiniature) throws {
    let text =
      miniature.text
      + (miniature.format == .markdown
        ? "\n\n[gh-1]: #x\n[see][gh-1]\n" : "\n\n.. _NEP1: `tiers`_\n.. _tiers: #x\n\nNEP1_\n")
    let found = try miniature.read(text).findings.map { $0.split(separator: " ").last.map(String.init) ?? "" }
    #expect(Set(found).isDisjoint(with: ["invalid-header", "wrong-label", "mismatched-issue-link"]))
  }
}
