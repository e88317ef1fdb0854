/// The marker of an option list's item: `-a`, `--name=value`, `/V`, several with commas between (docutils,
/// `option_marker`).
struct OptionMarker {
  let source: SourceText
  let line: LineSlice

  /// The length of the marker with the two or more spaces behind it, or nil.
  static func length(_ line: LineSlice, in source: SourceText) -> (text: Range<Int>, length: Int)? {
    let first = source.byte(line.start)
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "/") else { return nil }
    return OptionMarker(source: source, line: line).read()
  }

  private func read() -> (text: Range<Int>, length: Int)? {
    var index = line.start
    while true {
      guard let end = option(from: index) else { return nil }
      if let behind = terminator(at: end) { return (line.start..<end, behind - line.start) }
      guard byte(end) == UInt8(ascii: ","), byte(end + 1) == 0x20 else { return nil }
      index = end + 2
    }
  }

  /// The end of the option at `index`, with its argument if something that may follow an option stands behind that.
  private func option(from index: Int) -> Int? {
    guard let end = longOption(from: index) ?? shortOption(from: index) else { return nil }
    let separator = byte(end)
    let isLong = byte(index) == UInt8(ascii: "/") || byte(index + 1) == UInt8(ascii: "-")
    let joins = separator == 0x20 || isLong && separator == UInt8(ascii: "=")
    let start = joins ? end + 1 : end
    if joins || !isLong, let withArgument = argument(from: start), mayEnd(at: withArgument) { return withArgument }
    return mayEnd(at: end) ? end : nil
  }

  private func mayEnd(at index: Int) -> Bool {
    terminator(at: index) != nil || byte(index) == UInt8(ascii: ",") && byte(index + 1) == 0x20
  }

  /// Two spaces or more, or the end of the line.
  private func terminator(at index: Int) -> Int? {
    if index == line.end { return index }
    guard byte(index) == 0x20, byte(index + 1) == 0x20 else { return nil }
    var end = index
    while byte(end) == 0x20 { end += 1 }
    return end
  }

  private func shortOption(from index: Int) -> Int? {
    guard byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "+"), isAlphanumeric(byte(index + 1)) else {
      return nil
    }
    return index + 2
  }

  private func longOption(from index: Int) -> Int? {
    let dashes = byte(index) == UInt8(ascii: "-") && byte(index + 1) == UInt8(ascii: "-")
    guard dashes || byte(index) == UInt8(ascii: "/") else { return nil }
    let start = index + (dashes ? 2 : 1)
    guard isAlphanumeric(byte(start)) else { return nil }
    return nameEnd(from: start)
  }

  private func argument(from index: Int) -> Int? {
    if byte(index) == UInt8(ascii: "<") {
      var end = index + 1
      while end < line.end, byte(end) != UInt8(ascii: "<"), byte(end) != UInt8(ascii: ">") { end += 1 }
      return byte(end) == UInt8(ascii: ">") && end > index + 1 ? end + 1 : nil
    }
    guard isAlphanumeric(byte(index)), !(0x30...0x39).contains(byte(index)) else { return nil }
    return nameEnd(from: index)
  }

  private func nameEnd(from index: Int) -> Int {
    var end = index
    while isAlphanumeric(byte(end)) || byte(end) == UInt8(ascii: "-") || byte(end) == UInt8(ascii: "_") { end += 1 }
    return end
  }

  private func byte(_ index: Int) -> UInt8 { index < line.end ? source.bytes[index] : 0 }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
