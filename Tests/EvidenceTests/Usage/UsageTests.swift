import Diagnostics
import Evidence
import Policy
import Testing

@Suite struct UsageTests {
  private func read(_ text: String) -> (table: UsageTable?, faults: [String]) {
    let (table, diagnostics) = UsageReader.read(SourceFile(path: "usage.csv", text: text))
    return (table, diagnostics.map { "\($0.range.start) \($0.rule): \($0.message)" })
  }

  private func platform(_ id: String, _ os: String, _ arch: String, tags: [String] = [], libc: String? = nil)
    -> Platform
  {
    Platform(
      id: id, name: id.uppercased(),
      target: Target(os: .known(os), architectures: .known([arch]), libc: libc, interpreter: .known("cpython")),
      wheels: Wheels(tags: tags))
  }

  private var platforms: [Platform] {
    [
      platform("windows", "windows", "x86-64", tags: ["*-*-win_amd64"]),
      platform("glibc", "linux", "x86-64", tags: ["*-*-manylinux*_x86_64"], libc: "glibc"),
      platform("musl", "linux", "x86-64", tags: ["*-*-musllinux*_x86_64"], libc: "musl"),
      platform("mac", "macos", "arm64", tags: ["*-*-macosx_*_arm64"]),
    ]
  }

  @Test func aByteOrderMarkQuotesAndLineBreaksAreRead() throws {
    let (table, faults) = read(
      "\u{FEFF}\"platform\",remark,Downloads\r\nwindows,\"a \"\"b\"\",\r\nc\",7\r\n\r\n\"mac\",,3")
    #expect(faults == [])
    #expect(table?.rows.map(\.downloads) == [7, 3])
    #expect(table?.total == 10)
  }

  @Test func rowsAreAttributedByFileName() throws {
    let (table, _) = read(
      """
      file_filename,num_downloads,date
      demo-1.0-cp314-cp314-win_amd64.whl,60,2026-10-01
      demo-1.0-cp313-cp313-win_amd64.whl,15,2026-10-31 00:00:00 UTC
      demo-1.0-cp314-cp314-musllinux_1_2_x86_64.whl,5,2026-10-02
      demo-1.0.tar.gz,20,2026-10-02
      """)
    let shares = UsageShares(try #require(table), platforms: platforms)
    #expect(shares.downloads == ["windows": 75, "musl": 5])
    #expect(shares.unattributed == 20)
    #expect(shares.demand(of: platforms[0]).share == .known(75))
    #expect(shares.demand(of: platforms[0]).date?.description == "2026-10-31")
    #expect(shares.demand(of: platforms[0]).source == "usage.csv")
    #expect(shares.demand(of: platforms[3]).share == .unknown)
  }

  @Test func rowsAreAttributedBySystem() throws {
    let (table, _) = read(
      """
      system_name,cpu,details_distro_libc_lib,download_count
      Linux,x86_64,glibc,50
      Linux,x86_64,musl,10
      Linux,x86_64,,7
      Windows,AMD64,,20
      Darwin,arm64,,10
      ,,,3
      """)
    let shares = UsageShares(try #require(table), platforms: platforms)
    #expect(shares.downloads == ["glibc": 50, "musl": 10, "windows": 20, "mac": 10])
    #expect(shares.unattributed == 10)
  }

  @Test(arguments: [
    ("", "1:1 broken-evidence: this table is empty"),
    ("a,b\n1,2", "1:1 broken-evidence: this is no table of downloads: it has no column 'downloads'"),
    ("downloads\n1", "1:1 broken-evidence: this is no table of downloads: it has no column 'platform' or 'filename'"),
    ("platform,downloads\nmac", "2:1 invalid-entry: this row has 1 field and the header 2"),
    ("platform,downloads\nmac,-3", "2:5 invalid-entry: '-3' is no number of downloads"),
    ("platform,downloads\nmac,1.5", "2:5 invalid-entry: '1.5' is no number of downloads"),
    (
      "platform,downloads\nmac,\"1\"2",
      "2:8 invalid-entry: something follows the closing quotation mark; write '\"\"' for one inside a field"
    ),
    (
      "platform,downloads\nmac,1\n\"windows,2\n",
      "3:1 broken-evidence: the field that this quotation mark opens is never closed, so the rest is not read"
    ),
    (
      "platform,downloads\nmac,1\nmac,2", "3:1 invalid-entry: this row says the same as one above; the first one counts"
    ),
    (
      "platform,downloads\na,9223372036854775807\nb,1",
      "3:3 invalid-entry: the downloads add up to more than can be counted"
    ),
  ])
  func faultsHaveTheirPlace(text: String, fault: String) {
    #expect(read(text).faults == [fault])
  }

  @Test("a table of something else is not reported row by row")
  func manyUnknownPlatforms() throws {
    let (table, _) = read("platform,downloads\n" + (0..<1000).map { "x\($0),1\n" }.joined())
    let found = UsageShares(try #require(table), platforms: platforms).diagnostics
    #expect(found.count == 51)
    #expect(found.last?.message == "950 more rows are about no platform of the registry and no file of a release")
  }

  @Test func namesOfNoFilesAreReported() throws {
    let (table, _) = read("filename,downloads\ndemo-1.0.zip,1\ndemo-1.0-py2.7.egg,1\ndemo.whl,1\n\"a\nb\",2\n")
    let found = UsageShares(try #require(table), platforms: platforms).diagnostics
    #expect(
      found.map { "\($0.range.start) \($0.message)" } == [
        "4:1 'demo.whl' is no file of a release, and counts for no platform",
        "5:2 'a\nb' is no file of a release, and counts for no platform",
      ])
  }

  @Test func unknownPlatformsAreReported() throws {
    let (table, _) = read("platform,downloads\nWINDOWS,1\nwindow,2\n")
    let shares = UsageShares(try #require(table), platforms: platforms)
    #expect(shares.diagnostics.map(\.message) == ["'window' is no platform of the registry; did you mean 'windows'?"])
    #expect(shares.downloads == ["windows": 1])
  }
}
