import FoundationEssentials

/// Why a baseline file cannot be used.
package enum BaselineError: Error, Equatable, CustomStringConvertible {
  case malformed
  case unknownVersion(Int)

  package var description: String {
    switch self {
    case .malformed: "this is no baseline that this program wrote; write it anew"
    case .unknownVersion(let version):
      "the baseline has version \(version), and this program reads version \(BaselineFile.currentVersion)"
    }
  }
}

/// A baseline as it is stored.
enum BaselineFile {
  static let currentVersion = 1

  private struct Version: Decodable {
    var version: Int
  }

  private struct Findings: Decodable {
    var findings: [Finding]
  }

  private struct Finding: Decodable {
    var file: String
    var rule: String
    var fingerprint: String
  }

  static func decode(_ bytes: [UInt8]) throws(BaselineError) -> [Baseline.Entry] {
    let data = Data(bytes)
    guard let version = try? JSONDecoder().decode(Version.self, from: data).version else { throw .malformed }
    guard version == currentVersion else { throw .unknownVersion(version) }
    guard let stored = try? JSONDecoder().decode(Findings.self, from: data) else { throw .malformed }
    return stored.findings.map { Baseline.Entry(file: $0.file, rule: $0.rule, fingerprint: $0.fingerprint) }
  }
}
