import Diagnostics

/// Reads the inline content of many blocks by few calls of libcmark.
///
/// What it finds besides text is collected in document order, over all contents.
struct InlineReader {
  /// What a content reads as.
  struct Content {
    var text: String
    var emphasised: [BulletList.Emphasis]
  }

  /// A content that waits for being read, or is: its bytes in `buffer`, and where they come from in the file.
  struct Job {
    var content: Range<Int>
    /// From each offset in the content on, bytes are those from the file offset on.
    var origins: [(offset: Int, fileOffset: Int)]
    /// What a comment in it covers.
    var scope: Range<Int>
    var needsText: Bool
  }

  /// libcmark gets this much at once, so that memory stays small.
  private static let batchSize = 1 << 18

  let file: SourceFile
  private let definitions: [UInt8]
  private let limit: Int
  private(set) var results: [Content?] = []
  var references: [Reference] = []
  var links: [Link] = []
  var comments: [Comment] = []
  private var buffer: [UInt8] = []
  private var jobs: [Job] = []

  init(_ file: SourceFile, definitions: [LinkDefinition]) {
    self.file = file
    var names: Set<[UInt8]> = []
    var text: [UInt8] = []
    for definition in definitions where names.insert(definition.text).inserted {
      text += "[".utf8
      text += definition.text
      text += "]: x\n".utf8
    }
    self.definitions = text
    // Every batch carries all definitions: a batch is some times larger than they are, or time would not be linear.
    limit = max(Self.batchSize, 4 * text.count)
  }

  /// The number of contents added so far, which is the next one's index in `results`.
  var count: Int { results.count + jobs.count }

  /// Adds a content made of the lines or the one cell in which it stands.
  mutating func add(_ lines: ArraySlice<Range<Int>>, isCell: Bool = false, scope: Range<Int>, needsText: Bool) {
    buffer += "# ".utf8
    var job = Job(content: buffer.count..<buffer.count, origins: [], scope: scope, needsText: needsText)
    for (index, line) in zip(lines.indices, lines) {
      let text = file.bytes.trimmed(line)
      if index > lines.startIndex { buffer.append(.space) }
      job.origins.append((buffer.count - job.content.lowerBound, text.lowerBound))
      let isBroken = !isCell && index + 1 < lines.endIndex && text.upperBound == line.upperBound
      append(isBroken ? withoutHardBreak(text) : text, isCell: isCell, to: &job)
    }
    job.content = job.content.lowerBound..<buffer.count
    buffer += " #\n".utf8
    jobs.append(job)
    if buffer.count >= limit { flush() }
  }

  /// Reads what was added and not read yet.
  mutating func flush() {
    guard !jobs.isEmpty else { return }
    buffer += definitions
    let first = results.count
    results += Array(repeating: nil, count: jobs.count)
    let tree = MarkdownTree(parsing: buffer)
    var collector: InlineCollector?
    var next = 0
    tree.forEachNode { node, isEntered in
      if case .heading = node.kind {
        if isEntered, node.line <= jobs.count {
          next = node.line - 1
          collector = InlineCollector(jobs[next], file: file, content: Array(buffer[jobs[next].content]))
        } else if let finished = collector {
          take(finished, job: next, result: first + next)
          collector = nil
        }
      } else if isEntered {
        collector?.enter(node)
      } else {
        collector?.exit(node)
      }
    }
    buffer.removeAll(keepingCapacity: true)
    jobs.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ collector: InlineCollector, job: Int, result: Int) {
    let content = collector.finish()
    references += content.references
    links += content.links
    comments += content.comments
    if jobs[job].needsText { results[result] = Content(text: content.text, emphasised: content.emphasised) }
  }

  /// The backslash at a line's end is a hard break, a space in the text.
  private func withoutHardBreak(_ text: Range<Int>) -> Range<Int> {
    var end = text.upperBound
    while end > text.lowerBound, file.bytes[end - 1] == .backslash { end -= 1 }
    return (text.upperBound - end) % 2 == 1 ? text.lowerBound..<text.upperBound - 1 : text
  }

  private mutating func append(_ text: Range<Int>, isCell: Bool, to job: inout Job) {
    for offset in text {
      let byte = file.bytes[offset]
      if isCell, byte == .backslash, offset + 1 < text.upperBound, file.bytes[offset + 1] == .pipe {
        job.origins.append((buffer.count - job.content.lowerBound, offset + 1))
      } else {
        buffer.append(replacement(of: byte, at: offset, in: text))
      }
    }
  }

  /// The byte that libcmark is given; as long as what it stands for, so that places stay right.
  private func replacement(of byte: UInt8, at offset: Int, in text: Range<Int>) -> UInt8 {
    // libcmark would put three bytes in NUL's place; a byte that is not UTF-8 becomes the same character in the end.
    if byte == 0 || byte == MarkdownNode.literalExclamationMark { return 0xFF }
    // For GitHub, `![^` starts no image, with or without footnotes.
    let isEscaped = offset > text.lowerBound && file.bytes[offset - 1] == .backslash
    if byte == UInt8(ascii: "!"), !isEscaped, file.bytes.starts(with: "[^", in: offset + 1..<text.upperBound) {
      return MarkdownNode.literalExclamationMark
    }
    return byte
  }
}
