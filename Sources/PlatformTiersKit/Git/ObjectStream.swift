/// Takes apart what `git cat-file --batch` prints: for each request a line `ID KIND SIZE`, the object and a line end, or a
/// line that says why there is none.
struct ObjectStream {
  /// The answers so far; nil for a request that names nothing.
  private(set) var answers: [GitObject?] = []
  private var header: [UInt8] = []
  private var pending: GitObject?
  /// How many bytes of the pending object are still to come, its closing line end included.
  private var missing = 0
  private let limit: Int

  /// - Parameter limit: the contents of objects with more bytes are read and thrown away.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func take(_ chunk: ArraySlice<UInt8>) {
    var rest = chunk
    while !rest.isEmpty {
      rest = pending == nil ? takeHeader(rest) : takeContents(rest)
    }
  }

  private mutating func takeHeader(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      header += bytes
      return []
    }
    header += bytes[..<end]
    let words = String(decoding: header, as: UTF8.self).split(separator: " ")
    header = []
    if words.count == 3, let kind = GitObject.Kind(rawValue: String(words[1])), let size = Int(words[2]) {
      pending = GitObject(id: String(words[0]), kind: kind, size: size, bytes: [])
      missing = size + 1
    } else {
      answers.append(nil)
    }
    return bytes[(end + 1)...]
  }

  private mutating func takeContents(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard var object = pending else { return bytes }
    pending = nil
    let count = min(missing, bytes.count)
    missing -= count
    // The line end behind the object is not its own.
    if object.size <= limit { object.bytes += bytes.prefix(missing == 0 ? count - 1 : count) }
    if missing == 0 { answers.append(object) } else { pending = object }
    return bytes.dropFirst(count)
  }
}
