import Diagnostics
import PlatformModel
import Testing

@testable import PlatformRegistry

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
    arguments: ["pep-11", "rust", "wasmtime", "crystal", "numba"])
  func otherPolicies(name: String) throws {
    let file = try #require(PackageFile.read("docs/policies/\(name).yaml"))
    let (policy, diagnostics) = PolicyFile.read(file)
    #expect(diagnostics.lines == [])
    #expect(policy?.id == name)
  }
}

/// Files of the package, found from where this file was compiled.
enum PackageFile {
  static func read(_ path: String, from here: String = #filePath) -> SourceFile? {
    let root = here.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let stream = fopen("/\(root)/\(path)", "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return SourceFile(path: path, bytes: bytes)
  }
}
