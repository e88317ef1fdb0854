/// A wheel as what it serves.
struct WheelTags {
  var file: IndexFile
  /// Each of its Pythons with each of its binary interfaces.
  var pythons: [PythonTag]
  /// The systems that it installs on, or those of them that are one platform's.
  var systems: [SystemTag]
  /// `any`: no compiled code, or none that depends on the system.
  var isForAnySystem: Bool
  private var platforms: [String]

  init(_ file: IndexFile, _ name: WheelName) {
    self.file = file
    pythons = name.pythons.flatMap { python in name.abis.map { PythonTag(python: python, abi: $0) } }
    isForAnySystem = name.platforms.contains("any")
    platforms = name.platforms.flatMap(SystemTag.served)
    systems = []
  }

  /// The wheel as one of a platform with these patterns; nil when it is none.
  ///
  /// - Parameter interpreter: what the platform's Python is called in a registry: a wheel for another one is no wheel of
  ///   it, whatever the system.
  func matching(_ patterns: [TagPattern], of interpreter: String? = nil) -> WheelTags? {
    guard !isForAnySystem else { return nil }
    var own = self
    own.pythons = []
    var found: [String] = []
    for pattern in patterns {
      let pythons = pythons.filter { pattern.matches($0) && $0.isOf(interpreter) }
      guard !pythons.isEmpty else { continue }
      let platforms = platforms.filter(pattern.matches(platform:))
      guard !platforms.isEmpty else { continue }
      own.pythons += pythons
      found += platforms
    }
    guard !found.isEmpty else { return nil }
    own.systems = found.map { SystemTag($0) }
    return own
  }

  func serves(_ python: PythonTag) -> Bool { pythons.contains { $0.serves(python) } }
}
