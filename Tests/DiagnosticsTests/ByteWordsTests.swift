import Diagnostics
import Testing

@Suite struct ByteWordsTests {
  @Test(arguments: 0..<24)
  func stopsAtTheByte(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
    bytes[place] = 0x0A
    #expect(bytes.withUnsafeBufferPointer { $0.indexAfterPlainBytes(from: 0) { $0.bytes(below: 0x0E) } } == place)
  }

  @Test(arguments: 17..<25)
  func leavesLessThanAWord(count: Int) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
    let index = bytes.withUnsafeBufferPointer { $0.indexAfterPlainBytes(from: 1) { $0.bytes(below: 0x0E) } }
    #expect(index == 17)
  }

  @Test func everyByteIsToldApart() {
    // The bytes beside it have values that would give a borrow or a carry to it.
    for neighbour: UInt8 in [0, 0x09, 0x0A, 0x7F, 0x80, 0xFF] {
      for byte in UInt8.min...UInt8.max {
        let word = UInt64(eachByte: neighbour) & ~0xFF00 | UInt64(byte) << 8
        #expect((word.bytes(below: 0x20) & 0xFF00 != 0) == (byte < 0x20))
        #expect((word.bytes(equalTo: 0x0A) & 0xFF00 != 0) == (byte == 0x0A))
      }
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
