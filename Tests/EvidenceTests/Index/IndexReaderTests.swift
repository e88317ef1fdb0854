import Diagnostics
import Evidence
import Policy
import Testing
import TestSupport

@Suite struct IndexReaderTests {
  private func read(_ text: String) -> (listing: IndexListing?, faults: [String]) {
    let (listing, diagnostics) = IndexReader.read(SourceFile(path: "index.json", text: text))
    return (listing, diagnostics.map { "\($0.range.start) \($0.rule): \($0.message)" })
  }

  @Test func filesAreGroupedByVersion() throws {
    let (listing, faults) = read(
      """
      {"meta": {"api-version": "1.1"}, "name": "Demo", "files": [
        {"filename": "demo-2.0-py3-none-any.whl", "yanked": false, "upload-time": "2026-02-01T01:02:03.5Z"},
        {"filename": "demo-2.0.0.tar.gz", "yanked": "broken", "upload-time": "2026-01-31T23:00:00Z"},
        {"filename": "demo-10.0rc1.tar.gz", "yanked": true},
        {"filename": "demo-1.0.zip"},
        {"filename": "demo-1.0.win32-py2.7.exe"}]}
      """)
    #expect(faults == [])
    let releases = try #require(listing?.releases)
    #expect(releases.map(\.version.description) == ["1.0", "2.0", "10.0rc1"])
    #expect(releases.map(\.isYanked) == [false, false, true])
    #expect(releases.map { $0.date?.description } == [nil, "2026-01-31", nil])
    #expect(releases[0].files.map(\.kind) == [.sourceDistribution, .legacy])
    #expect(releases[1].wheels.map(\.name) == ["demo-2.0-py3-none-any.whl"])
    #expect(listing?.newestFinal?.version == ReleaseVersion("2.0"))
    #expect(listing?.isComplete == true)
  }

  @Test func htmlIsReadToo() throws {
    let (listing, faults) = read(
      """
      <!DOCTYPE html>
      <html><head><title>Links for demo</title></head><body><h1>Links for demo</h1>
      <!-- <a href="x">demo-9.0.tar.gz</a> -->
      <a href='../demo-2.0-py3-none-any.whl#sha256=0' data-requires-python="&gt;=3.8">demo-2.0-py3-none-any.whl</a><br/>
      <A HREF=demo-1.0.tar.gz data-yanked="">demo-1.0.tar.gz</A>
      </body></html>
      """)
    #expect(faults == [])
    #expect(listing?.releases.map(\.version.description) == ["1.0", "2.0"])
    #expect(listing?.releases.map(\.isYanked) == [true, false])
    #expect(listing?.project == "demo")
  }

  @Test func theRestOfATruncatedListingIsRead() throws {
    let text = """
      {"name": "demo", "files": [
      {"filename": "demo-1.0.tar.gz"},
      {"filename": "demo-2.0.t
      """
    let (listing, faults) = read(text)
    #expect(
      faults == ["3:25 broken-evidence: the listing breaks off here; what it lacks may be on the index all the same"])
    #expect(listing?.isComplete == false)
    #expect(listing?.releases.map(\.version.description) == ["1.0"])
  }

  @Test func everyBeginningIsBroken() {
    let text = Array(
      #"{"name": "demo", "files": [{"filename": "demo-1.0.tar.gz", "yanked": false}], "x": {"y": [1.5, null]}}"#.utf8)
    for length in 0..<text.count {
      let (listing, diagnostics) = IndexReader.read(SourceFile(path: "index.json", bytes: Array(text[..<length])))
      #expect(diagnostics.map(\.rule) == ["broken-evidence"], "\(length)")
      #expect(listing?.isComplete != true)
    }
  }

  @Test(arguments: [
    ("", "1:1 broken-evidence: this is no listing of an index"),
    ("404 page not found", "1:1 broken-evidence: this is no listing of an index"),
    ("{}", "1:1 broken-evidence: this JSON has no list 'files', so it is no listing of an index"),
    (#"{"files": 3}"#, "1:3 invalid-entry: the value of 'files' is of another type than a listing has"),
    (#"{"files": [], }"#, "1:15 broken-evidence: the listing is no JSON from here on: expected a key in '\"'"),
    (#"{"files": [{}]}"#, "1:12 invalid-entry: an entry of 'files' has no 'filename'"),
    (#"{"files": [7]}"#, "1:12 invalid-entry: an entry of 'files' is no object"),
    (
      #"{"files": [{"filename": "x.txt"}]}"#, "1:26 invalid-entry: 'x.txt' is neither a wheel nor a source distribution"
    ),
    (#"{"files": [], "files": []}"#, "1:16 invalid-entry: 'files' is given twice in this listing"),
  ])
  func whatIsNoListingIsSaid(text: String, fault: String) {
    #expect(read(text).faults.first == fault)
  }

  @Test func manyFaultyEntriesAreSummedUp() {
    let entries = (0..<1000).map { #"{"filename": "x\#($0)"}"# }.joined(separator: ",")
    let (_, faults) = read(#"{"files": ["# + entries + "]}")
    #expect(faults.count == 51)
    #expect(faults.last == "1:1 invalid-entry: 950 more entries are not what they should be")
  }

  @Test func hostileListingsTakeNoLongerThanTheyAreLong() {
    let tags = (0..<32).map { "cp3\($0)" }.joined(separator: ".")
    let name = { (number: Int) in "a-1-\(tags)-cp3\(number).abi3-win_\(number).whl" }
    let wheels = (0..<6000).map { #"{"filename": "\#(name($0))"}"# }.joined(separator: ",")
    let (listing, faults) = read(#"{"files": ["# + wheels + "]}")
    #expect(listing?.newestFinal?.files.count == 4096)
    #expect(faults.first?.hasSuffix("1 has more than 4096 files; this one is left out") == true)
    let dashes = String(repeating: "a-1", count: 300_000)
    let names = [".whl", ".zip", ".exe", ".tar.gz"].map { #"{"filename": "\#(dashes)\#($0)"}"# }.joined(separator: ",")
    let (_, long) = read(#"{"name": "a b", "files": ["# + names + "]}")
    #expect(long.count == 5)
    #expect(long.first == "1:11 invalid-entry: 'a b' is no project's name")
    #expect(long.allSatisfy { $0.utf8.count < 300 })
  }

  @Test(arguments: 0..<40)
  func anyBytesGiveAListingOrAFault(seed: UInt64) {
    let json =
      #"{"name": "demo", "files": [{"filename": "demo-1.0-py3-none-any.whl", "yanked": "x\u00e9", "size": 1.5e3}]}"#
    let html = #"<!DOCTYPE html><body><a href='x' data-yanked="&gt;">demo-1.0.tar.gz</a><!-- c --></body></html>"#
    var random = SeededGenerator(seed: seed)
    for text in [json, html] {
      var bytes = Array(text.utf8)
      for _ in 0..<4 {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: index)
        }
      }
      let (listing, faults) = IndexReader.read(SourceFile(path: "index", bytes: bytes))
      #expect(listing != nil || !faults.isEmpty)
      #expect(listing?.isComplete != false || faults.contains { $0.rule == "broken-evidence" })
    }
  }
}
