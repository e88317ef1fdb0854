/// What a platform is, apart from its label: operating system, CPU architecture, ABI or C library, and interpreter.
///
/// The words are the registry's own, lower-case; `any` says that the platform does not depend on this part.
package struct Target: Hashable, Sendable {
  /// `linux`, `windows`, `macos`.
  package var os: Known<String>
  /// `x86-64`, `arm64`. More than one where a row of the policy stands for several.
  package var architectures: Known<[String]>
  /// `glibc`, `musl`.
  package var libc: String?
  /// A further difference of the binary interface: `free-threaded`.
  package var abi: String?
  /// Other policies list a target once for each compiler.
  package var toolchain: String?
  /// `cpython`, `pypy`.
  package var interpreter: Known<String>

  package init(
    os: Known<String> = .unknown, architectures: Known<[String]> = .unknown, libc: String? = nil, abi: String? = nil,
    toolchain: String? = nil, interpreter: Known<String> = .unknown
  ) {
    self.os = os
    self.architectures = architectures
    self.libc = libc
    self.abi = abi
    self.toolchain = toolchain
    self.interpreter = interpreter
  }

  /// The same for two targets that are the same thing, whatever the order of their architectures; nil where a part
  /// that would tell is unknown.
  package var identity: Target? {
    guard let architectures = architectures.value, os.value != nil, interpreter.value != nil else { return nil }
    var target = self
    target.architectures = .known(Set(architectures).sorted())
    return target
  }
}
