/// Where tests run and by what, as far as the words of a command say it: what they do not say is the job's own.
struct TestHost: Hashable, Sendable {
  /// As a registry has it: `linux`, `windows`, `android`.
  var os: String?
  /// As `Architecture` names them.
  var architecture: String?
  /// `glibc`, `musl`
  var libc: String?
  /// `cpython`, `pypy`, `graalpy`
  var interpreter: String?
  /// Whether it is a container of the command's own.
  var isContainer = false
  /// Whether what runs it translates the code of another architecture.
  var isEmulated = false

  /// The same where it stands in another: what it says itself counts.
  func within(_ outer: TestHost) -> TestHost {
    var host = self
    host.os = os ?? outer.os
    host.architecture = architecture ?? outer.architecture
    host.libc = libc ?? outer.libc
    host.interpreter = interpreter ?? outer.interpreter
    host.isContainer = isContainer || outer.isContainer
    host.isEmulated = isEmulated || outer.isEmulated
    return host
  }

  /// Whether it may be another than the job's own.
  var isElsewhere: Bool {
    self != TestHost(interpreter: interpreter) || !(interpreter ?? "cpython").hasPrefix("cpython")
  }
}

/// Names of Pythons, as tools have them for their environments.
enum InterpreterName {
  private static let others = ["pypy", "graalpy", "pyston", "jython", "ironpython", "micropython", "rustpython"]

  /// Another interpreter than CPython that a name is about: `pypy3.10`, `tests-pypy3.10`, `test.pypy3.10:run`.
  static func other(in name: some StringProtocol) -> String? {
    for token in name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." }) {
      for part in token.split(separator: ".") {
        if let other = others.first(where: part.hasPrefix) { return other }
      }
      // Tools have short names for its wheels: `pp310`.
      if token.hasPrefix("pp"), token.dropFirst(2).first?.isNumber == true { return "pypy" }
    }
    return nil
  }

  /// What a version that is asked for is one of: `pypy@3.10`, `cpython-3.13`, `3.12`. Nil where it does not tell.
  static func asked(_ version: some StringProtocol) -> String? {
    if let other = other(in: version) { return other }
    let name = version.lowercased()
    return name.hasPrefix("cp") || name.hasPrefix("py") || name.first?.isNumber == true ? "cpython" : nil
  }
}

extension TestHost {
  private static let systems = [
    ("android", "android"), ("linux", "linux"), ("darwin", "macos"), ("macos", "macos"), ("ios", "ios"),
    ("windows", "windows"), ("freebsd", "freebsd"), ("netbsd", "netbsd"), ("openbsd", "openbsd"),
    ("dragonfly", "dragonfly"), ("solaris", "solaris"), ("illumos", "illumos"), ("emscripten", "emscripten"),
    ("wasi", "wasi"),
  ]

  /// That of a target triple, `aarch64-unknown-linux-musl`; nil for what is none.
  init?(triple: String) {
    let parts = triple.lowercased().split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let system = Self.systems.first(where: { parts[1].contains($0.0) })?.1 else { return nil }
    os = system
    architecture = Self.architecture(ofTriple: parts[0])
    if system == "linux" { libc = parts[1].contains("musl") ? "musl" : parts[1].contains("gnu") ? "glibc" : nil }
  }

  private static func architecture(ofTriple name: Substring) -> String {
    if let known = Architecture.known(name) { return known }
    if name.hasPrefix("riscv64") { return "riscv64" }
    if name.hasPrefix("armv7") || name.hasPrefix("thumbv7") { return "armv7" }
    if name.hasPrefix("arm") { return "armv6" }
    if name.hasPrefix("i"), name.hasSuffix("86") { return "x86" }
    return name == "powerpc64" ? "ppc64" : String(name)
  }

  /// That of Go's names: `GOOS=js GOARCH=wasm`; nil for what is not said.
  init(goSystem: String?, architecture: String?) {
    os = goSystem.map { $0 == "darwin" ? "macos" : $0 == "wasip1" ? "wasi" : $0 }
    self.architecture = architecture.map { $0 == "wasm" ? "wasm32" : Architecture.canonical($0) }
  }

  /// That of a container, by the words with which it is started: its image, and `--platform`.
  init(container words: some Sequence<some StringProtocol>) {
    os = "linux"
    isContainer = true
    libc = "glibc"
    var option = ""
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1)
      let value = parts.count > 1 ? String(parts[1]) : option.isEmpty ? "" : String(word)
      let name = word.hasPrefix("-") ? String(parts[0]) : option
      option = word.hasPrefix("-") && parts.count == 1 ? String(word) : ""
      if name == "--platform" || name == "--arch", !value.isEmpty {
        architecture = Architecture.canonical(value.split(separator: "/", maxSplits: 1).last ?? "")
      } else if !word.hasPrefix("-"), let image = ContainerImage(String(word)) {
        architecture = architecture ?? image.architecture
        if image.usesMusl { libc = "musl" }
      }
    }
  }
}

/// What the name of a container's image tells.
struct ContainerImage {
  var architecture: String?
  var usesMusl: Bool

  /// Nil for a name that tells nothing.
  init?(_ image: String) {
    let parts = image.split(separator: "/")
    guard let name = parts.last, !image.hasPrefix("/"), !image.hasPrefix("."), !image.hasPrefix("$") else { return nil }
    let tag = name.split(separator: ":", maxSplits: 1).dropFirst().first ?? ""
    usesMusl = name.hasPrefix("alpine") || name.hasPrefix("musllinux") || tag.contains("alpine") || tag.contains("musl")
    // The official images of an architecture stand under its name.
    if parts.count > 1 { architecture = Architecture.known(parts[0]) }
    if name.hasPrefix("manylinux") || name.hasPrefix("musllinux") {
      let tagless = name.prefix { $0 != ":" && $0 != "@" }
      let suffix = ["x86_64", "aarch64", "i686", "ppc64le", "s390x", "armv7l", "riscv64"].first(
        where: tagless.hasSuffix)
      architecture = suffix.map { Architecture.canonical($0) } ?? architecture
    }
    guard usesMusl || architecture != nil else { return nil }
  }
}
