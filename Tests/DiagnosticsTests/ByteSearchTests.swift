import Diagnostics
import Testing

@Suite struct ByteSearchTests {
  @Test func findsBytesAnywhere() {
    #expect("see https://a.example".hasBytes("https://"))
    #expect("hhttps://".hasBytes("https://"))
    #expect("https:/".hasBytes("https://") == false)
    #expect("".hasBytes("a") == false)
    #expect("a".hasBytes(""))
    #expect("aé".hasBytes("é"))
  }

  @Test func ordersByBytes() {
    #expect(["é", "b", "", "a/b", "a", "a.b"].sorted { $0.precedesByBytes($1) } == ["", "a", "a.b", "a/b", "b", "é"])
    #expect("a".precedesByBytes("a") == false)
  }
}
