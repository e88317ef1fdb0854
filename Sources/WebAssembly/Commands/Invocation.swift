import Diagnostics
import PlatformTiersKit
import Policy

/// A command line that the host has parsed: `{"command": ["lint"], "file": ["-"], "strict": []}`. Every option and
/// argument has the texts that were given for it; a flag that was given has none.
struct Invocation {
  private var values: [String: [String]] = [:]

  /// Nil for what is none.
  init?(_ bytes: [UInt8]) {
    do throws(JSONFault) {
      var reader = JSONReader(bytes)
      try reader.object { (key, reader) throws(JSONFault) in try take(reader.text(of: key), from: &reader) }
      try reader.end()
    } catch {
      return nil
    }
  }

  private mutating func take(_ key: String, from reader: inout JSONReader) throws(JSONFault) {
    var texts: [String] = []
    try reader.array { (reader) throws(JSONFault) in
      let text = try reader.string()
      texts.append(reader.text(of: text))
    }
    values[key] = texts
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  func text(_ name: String) -> String? { values[name]?.last }

  func number(_ name: String) throws(RunFailure) -> Int? {
    try value(name, "a number") { Int($0) }
  }

  /// One of the values that an option may have; the first one of all where it was not given.
  func choice<Value: CaseIterable & RawRepresentable<String>>(_ name: String) throws(RunFailure) -> Value
  where Value.AllCases == [Value] {
    if let value = try value(name, "one of its values", { Value(rawValue: $0) }) { return value }
    guard let usual = Value.allCases.first else { throw .wrongUsage("'--\(name)' takes nothing") }
    return usual
  }

  func date(_ name: String) throws(RunFailure) -> CalendarDate? {
    try value(name, "a day such as 2026-11-30") { CalendarDate($0) }
  }

  func value<Value>(_ name: String, _ words: String, _ read: (String) -> Value?) throws(RunFailure) -> Value? {
    guard let text = text(name) else { return nil }
    guard let value = read(text) else { throw .wrongUsage("'--\(name)' takes \(words), and not '\(text)'") }
    return value
  }
}
