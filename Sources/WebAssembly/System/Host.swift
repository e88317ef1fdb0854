import CHost

/// The program that runs this one, which has the files, the streams and the clock. Paths are UTF-8 with `/`.
enum Host {
  /// What it is asked. `Sources/Python/platform_tiers/_host.py` answers.
  enum Operation: Int32 {
    /// What a path leads to: `file`, `folder`, `other` or `missing`; the content is `link` where a link is not followed.
    case kind = 1
    /// The names in a folder, each with a NUL behind it.
    case names = 2
    /// How many bytes a regular file has, in decimals.
    case size = 3
    case read = 4
    /// Standard input; the content is the most bytes that are taken, in decimals, and one more says that there are more.
    case standardInput = 5
    /// Replaces a file by the content, at once.
    case write = 6
    case append = 7
    case createFolder = 8
    /// The absolute path without links.
    case real = 9
    /// Prints the content on the stream of this name.
    case print = 10
    /// How many columns the terminal has that a stream is; empty for one that is none.
    case terminal = 11
    case environment = 12
    /// The day in UTC: `2026-11-30`.
    case day = 13
  }

  /// Why something could not be done, as the system words it.
  struct Failure: Error {
    var reason: String
  }

  @discardableResult
  static func ask(_ operation: Operation, _ subject: String, _ content: [UInt8] = []) throws(Failure) -> [UInt8] {
    let subject = Array(subject.utf8)
    let length = platform_tiers_ask(
      operation.rawValue, subject, Int32(subject.count), content, Int32(content.count))
    let count = Int(length < 0 ? -(length + 1) : length)
    let answer = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      platform_tiers_answer(buffer.baseAddress)
      filled = count
    }
    if length < 0 { throw Failure(reason: String(decoding: answer, as: UTF8.self)) }
    return answer
  }

  /// Nil where it could not be done.
  static func text(_ operation: Operation, _ subject: String) -> String? {
    (try? ask(operation, subject)).map { String(decoding: $0, as: UTF8.self) }
  }
}
