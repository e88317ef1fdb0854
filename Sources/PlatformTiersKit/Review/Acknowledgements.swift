import Checks
import Diagnostics
import Documents

/// Who agreed to be listed as a contact, as the command line and the trailers of the change's commits tell.
struct Acknowledgements {
  /// Where it can be read, by the name as contacts are compared.
  private(set) var sources: [String: String] = [:]

  init(_ request: ReviewRequest, _ sides: ReviewSides) throws(RunFailure) {
    for message in sides.messages {
      for name in Self.trailers(in: message.text) {
        sources[Self.key(name)] = "'Acked-by' in \(message.commit.prefix(10))"
      }
    }
    for (name, source) in request.acknowledged { sources[Self.key(name)] = source }
  }

  /// The people of lines such as `Acked-by: Ada Lovelace <ada@example.org>` in the last paragraph, which is where git looks
  /// for trailers; the first line is the subject.
  private static func trailers(in message: String) -> [String] {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.drop { $0.isEmpty }
    let end = text.lastIndex { !$0.allSatisfy { $0.isWhitespace } } ?? text.startIndex
    guard text.indices.contains(end) else { return [] }
    let block = text[...end].reversed().prefix { !$0.allSatisfy { $0.isWhitespace } }
    guard block.count < text[...end].count else { return [] }
    return block.compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "acked-by", parts[1].last == ">",
        let address = parts[1].lastIndex(of: "<")
      else { return nil }
      let name = parts[1][..<address].split(separator: " ").joined(separator: " ")
      return name.isEmpty ? nil : name
    }
  }

  private static func key(_ name: String) -> String { LocatedText(name, at: .fileStart).personKey }
}
