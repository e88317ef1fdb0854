/// The Python that a wheel is built for: a Python tag and an ABI tag (PEP 425).
package struct PythonTag: Hashable, Sendable {
  /// `cp314`
  package var python: String
  /// `cp314t`
  package var abi: String

  package init(python: String, abi: String) {
    self.python = python
    self.abi = abi
  }

  /// What stands for any Python: wheels that depend on none.
  package static let any = PythonTag(python: "py3", abi: "none")

  /// As short as it can be told from others: `cp314`, `cp314t`, `pp311`.
  package var label: String {
    if abi == "none" { return python }
    if abi.hasPrefix(python) { return abi }
    return abi.hasPrefix("pypy") && python.hasPrefix("pp") ? python : "\(python)-\(abi)"
  }

  /// As people call it: `3.14`, `3.14t`, `PyPy 3.11`; the label where it is no version of an interpreter that is known.
  package var name: String {
    guard let version, let interpreter, abi != "none" else { return self == .any ? "any Python 3" : label }
    let number = "\(version.major).\(version.minor)"
    guard interpreter == "cpython" else { return (interpreter == "pypy" ? "PyPy " : "GraalPy ") + number }
    return number + (abi == "abi3" ? " and later" : isFreeThreaded ? "t" : "")
  }

  /// `cp`, `pp`, `py`; letters before the version.
  var implementation: Substring { python.prefix { $0.isLetter || $0 == "_" } }

  /// The first digit, and the others as one number: 3 and 14 of `cp314`. Nil where there is none.
  var version: (major: Int, minor: Int)? {
    let digits = python.drop { $0.isLetter || $0 == "_" }
    guard let major = digits.first.flatMap({ Int(String($0)) }) else { return nil }
    return (major, Int(digits.dropFirst().prefix { $0 != "_" }) ?? 0)
  }

  var isFreeThreaded: Bool { abi.hasSuffix("t") && abi != "none" }

  /// What the interpreter is called in a registry.
  var interpreter: String? {
    switch implementation {
    case "cp": "cpython"
    case "pp": "pypy"
    case "graalpy": "graalpy"
    default: nil
    }
  }

  /// Whether it is a Python of this name, or says nothing of that.
  func isOf(_ name: String?) -> Bool {
    guard let name, name != "any", let interpreter else { return true }
    return name == interpreter
  }

  /// Whether a wheel for this tag installs where one for `other` is looked for: the same, an older limited API (PEP 384),
  /// or no binary interface at all.
  func serves(_ other: PythonTag) -> Bool {
    if self == other { return true }
    guard let own = version, let wanted = other.version, own.major == wanted.major else { return false }
    if abi == "none" { return implementation == "py" || implementation == other.implementation && own <= wanted }
    guard implementation == other.implementation else { return false }
    if other.abi == "abi3" { return abi == "abi3" ? own <= wanted : own == wanted && !isFreeThreaded }
    return abi == "abi3" && !other.isFreeThreaded && own <= wanted
  }
}
