import Diagnostics
import Testing

@Suite struct ByteWordsTests {
  @Test(arguments: 0..<24)
  func stopsAtTheWordWithTheByte(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
    bytes[place] = 0x0A
    let index = bytes.withUnsafeBufferPointer { $0.indexAfterPlainWords(from: 0) { !$0.hasByte(below: 0x0E) } }
    #expect(index == place / 8 * 8)
  }

  @Test func everyByteIsToldApart() {
    for byte in UInt8.min...UInt8.max {
      let word = UInt64(eachByte: UInt8(ascii: "a")) & ~0xFF00 | UInt64(byte) << 8
      #expect(word.hasByte(below: 0x20) == (byte < 0x20))
      #expect(word.isASCII == (byte < 0x80))
    }
  }

  @Test func lineStartsAreFoundInAnyPlace() {
    for lead in 1..<20 {
      let text = String(repeating: "x", count: lead)
      let file = SourceFile(path: "a", text: text + "\r\n" + text + "\r" + text + "\n\u{E9}")
      #expect(file.lineStarts == [0, lead + 2, 2 * lead + 3, 3 * lead + 4])
    }
  }
}
