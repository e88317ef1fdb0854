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

  static func decode(_ bytes: [UInt8]) throws(BaselineError) -> [Baseline.Entry] {
    var stored = Stored()
    do throws(JSONFault) {
      var reader = JSONReader(bytes)
      try reader.object { (key, reader) throws(JSONFault) in try stored.take(reader.text(of: key), from: &reader) }
      try reader.end()
    } catch {
      throw .malformed
    }
    guard let version = stored.version else { throw .malformed }
    guard version == currentVersion else { throw .unknownVersion(version) }
    guard let findings = stored.findings else { throw .malformed }
    let entries = findings.compactMap { $0 }
    guard entries.count == findings.count else { throw .malformed }
    return entries
  }

  /// What of it was read so far.
  private struct Stored {
    var version: Int?
    /// Nil for a finding that lacks one of its texts.
    var findings: [Baseline.Entry?]?

    mutating func take(_ key: String, from reader: inout JSONReader) throws(JSONFault) {
      let kind = try reader.kind()
      if key == "version", kind == .number { version = try reader.integer() }
      guard key == "findings", kind == .array else { return }
      var entries: [Baseline.Entry?] = []
      try reader.array { (reader) throws(JSONFault) in entries.append(try Self.entry(&reader)) }
      findings = entries
    }

    private static func entry(_ reader: inout JSONReader) throws(JSONFault) -> Baseline.Entry? {
      guard try reader.kind() == .object else { return nil }
      var texts: [String: String] = [:]
      try reader.object { (key, reader) throws(JSONFault) in
        if try reader.kind() == .string { texts[reader.text(of: key)] = reader.text(of: try reader.string()) }
      }
      guard let file = texts["file"], let rule = texts["rule"], let fingerprint = texts["fingerprint"] else {
        return nil
      }
      return Baseline.Entry(file: file, rule: rule, fingerprint: fingerprint)
    }
  }
}
