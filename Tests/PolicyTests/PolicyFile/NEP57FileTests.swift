import Diagnostics
import Policy
import Testing
import TestSupport
@testable import Policy

@Suite("registry/policy.yaml")
struct NEP57FileTests {
  @Test("it is the policy that is built in")
  func equalsBuiltIn() throws {
    let file = try #require(PackageFile.read("registry/policy.yaml"))
    let (policy, diagnostics) = PolicyFile.read(file)
    #expect(diagnostics.lines == [])
    #expect(policy == .nep57)
  }

  @Test(
    "the policies in docs/policies are read without fault",
    arguments: ["pep-11", "rust", "wasmtime", "crystal", "numba", "node", "libuv", "uv"])
  func otherPolicies(name: String) throws {
    let file = try #require(PackageFile.read("docs/policies/\(name).yaml"))
    let (policy, diagnostics) = PolicyFile.read(file)
    #expect(diagnostics.lines == [])
    #expect(policy?.id == name)
  }

  @Test("the examples in docs/policy-file.md are policies")
  func documentation() throws {
    let page = try #require(PackageFile.read("docs/policy-file.md"))
    let examples = page.codeBlocks("yaml").filter { $0.hasPrefix("id:") }
    #expect(examples.count == 3)
    for example in examples {
      let (policy, diagnostics) = PolicyFile.read(SourceFile(path: "example.yaml", text: example))
      #expect(diagnostics.lines == [])
      #expect(policy != nil)
    }
  }
}
