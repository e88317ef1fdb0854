import Diagnostics
import Foundation
import Policy
import Testing
import TestSupport
@testable import Policy

@Suite("registry/policy.yaml")
struct NEP57FileTests {
  private static let path = "Sources/Policy/Model/NEP57.swift"
  private static let command = "PLATFORM_TIERS_RECORD=1 swift test --disable-xctest --filter NEP57File"
  private static let isRecording = ProcessInfo.processInfo.environment["PLATFORM_TIERS_RECORD"] == "1"

  private static func source(of policy: Policy) -> String {
    """
    // swift-format-ignore-file
    // Written from registry/policy.yaml; do not edit. To write it anew:
    // \(command)

    extension Policy {
      /// NumPy's NEP 57. It is Swift, so that a start reads no YAML.
      package static let nep57 = \(SwiftLiteral.text(of: policy, indent: 2, used: 29))
    }

    """
  }

  @Test("it is the policy that is built in")
  func builtIn() throws {
    let file = try #require(PackageFile.read("registry/policy.yaml"))
    let (read, diagnostics) = PolicyFile.read(file)
    #expect(diagnostics.lines == [])
    let policy = try #require(read)
    let source = Self.source(of: policy)
    if Self.isRecording {
      try Data(source.utf8).write(to: URL(filePath: PackageFile.path(Self.path)))
      Issue.record("\(Self.path) was written anew; run the tests without PLATFORM_TIERS_RECORD")
      return
    }
    #expect(policy == .nep57, "run \(Self.command)")
    let isCurrent = PackageFile.read(Self.path)?.bytes == Array(source.utf8)
    #expect(isCurrent, "\(Self.path) is out of date: run \(Self.command)")
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
