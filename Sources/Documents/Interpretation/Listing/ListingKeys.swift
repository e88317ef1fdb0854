import Policy

extension Listing {
  /// What the policy tells platforms apart by, as it is compared; nil where it tells them apart by nothing.
  var identityKey: String? { identity.joinedKey { $0.folded } }

  /// Nil for a name of punctuation alone.
  var spellingKey: String? {
    let key = PlatformSpelling(name).key
    return key.isEmpty ? nil : key
  }

  /// What a row's name and a registry's id are compared by.
  var idKey: String? { platform.map { PlatformSpelling($0.id).key } ?? spellingKey }

  /// What the row says besides the name.
  var restKey: String {
    let people = people.map { $0.key }.sorted().joined(separator: ", ")
    return note.folded + "\n" + people
  }

  /// The same where it says something.
  var tellingRest: String? {
    let key = restKey
    return key == "\n" ? nil : key
  }

  /// What a target triple and a registry's target are compared by; nil where a part is unknown, or tells more than a
  /// triple does.
  var tripleKey: String? {
    guard let target = platform?.target else { return TargetTriple(name).map({ $0.key }) }
    guard target.abi == nil, target.toolchain == nil, let os = target.os.value,
      let architectures = target.architectures.value, architectures.count == 1
    else { return nil }
    return TargetTriple(architecture: architectures[0], os: os, libc: target.libc).key
  }
}

extension LocatedRow {
  /// What the policy tells platforms apart by, as it is compared; nil where it tells them apart by nothing.
  package var identityKey: String? { identity.joinedKey { $0.folded } }

  /// The same, whatever is spelt differently.
  package var spellingKey: String? { identity.joinedKey { PlatformSpelling($0).key } }
}

extension [String] {
  /// One text for all: no text has a line break, so none is read into another.
  fileprivate func joinedKey(_ part: (String) -> String) -> String? {
    switch count {
    case 0: nil
    case 1: part(self[0])
    default: map(part).joined(separator: "\n")
    }
  }
}

/// The parts of a target triple that a registry's target has too: `x86_64-unknown-linux-gnu`.
private struct TargetTriple {
  let key: String

  init(architecture: String, os: String, libc: String?) {
    key = [PlatformSpelling(architecture).key, os, libc ?? ""].joined(separator: "\n")
  }

  /// - Parameter name: a platform's; nil where it is no triple that is known to say the same as a target.
  init?(_ name: String) {
    let parts = name.lowercased().split(separator: "-").map(String.init)
    guard (2...4).contains(parts.count), parts.allSatisfy({ !$0.contains(" ") }) else { return nil }
    let rest = parts.dropFirst().filter { !Self.vendors.contains($0) }
    guard let first = rest.first, let os = Self.systems[first], rest.count <= 2 else { return nil }
    let environment = rest.dropFirst().first
    switch environment {
    case nil: self.init(architecture: parts[0], os: os, libc: nil)
    case "gnu" where os == "linux": self.init(architecture: parts[0], os: os, libc: "glibc")
    case "musl" where os == "linux": self.init(architecture: parts[0], os: os, libc: "musl")
    case "msvc" where os == "windows": self.init(architecture: parts[0], os: os, libc: nil)
    default: return nil
    }
  }

  private static let vendors: Set = ["unknown", "pc", "apple", "ibm", "none"]

  private static let systems = [
    "linux": "linux", "windows": "windows", "darwin": "macos", "macos": "macos", "ios": "ios", "freebsd": "freebsd",
    "netbsd": "netbsd", "openbsd": "openbsd", "emscripten": "emscripten", "wasi": "wasi", "android": "android",
    "aix": "aix", "solaris": "solaris", "illumos": "illumos", "haiku": "haiku",
  ]
}
