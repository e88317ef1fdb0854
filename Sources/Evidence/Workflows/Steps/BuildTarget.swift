/// The platform that cibuildwheel builds for.
struct BuildTarget: Hashable {
  var os: String
  /// As `Architecture` names them, and `universal2`.
  var architecture: String
  var libc: String?
  /// Of iOS: the simulator, and not a device.
  var isSimulator = false

  /// What an identifier stands for: `cp313-manylinux_x86_64`. Nil when it names no system, or leaves one open.
  static func named(by identifier: String) -> BuildTarget? {
    guard let dash = identifier.firstIndex(of: "-") else { return nil }
    let tag = identifier[identifier.index(after: dash)...]
    if tag == "win32" { return BuildTarget(os: "windows", architecture: "x86") }
    let parts = tag.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, var target = system(parts[0]) else { return nil }
    if target.os == "emscripten" { return target }
    var name = parts[1]
    if target.os == "ios", let last = name.lastIndex(of: "_") {
      target.isSimulator = name[last...].hasPrefix("_iphonesimulator")
      name = name[..<last]
    }
    guard let architecture = name == "universal2" ? "universal2" : Architecture.known(name) else { return nil }
    target.architecture = architecture
    return target
  }

  /// By the word that an identifier has for it; its architecture is still to be filled in.
  private static func system(_ word: Substring) -> BuildTarget? {
    switch word {
    case "manylinux": BuildTarget(os: "linux", architecture: "", libc: "glibc")
    case "musllinux": BuildTarget(os: "linux", architecture: "", libc: "musl")
    case "macosx": BuildTarget(os: "macos", architecture: "")
    case "win": BuildTarget(os: "windows", architecture: "")
    case "android", "ios": BuildTarget(os: String(word), architecture: "")
    case "pyodide", "pyemscripten": BuildTarget(os: "emscripten", architecture: "wasm32")
    default: nil
    }
  }
}
