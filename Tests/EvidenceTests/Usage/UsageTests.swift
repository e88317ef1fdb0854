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
    #expect(shares.sources == 20 && shares.unattributed == 0 && shares.counted == 80)
    #expect(shares.demand(of: platforms[0]).share == .known(93.75))
    #expect(shares.demand(of: platforms[0]).date?.description == "2026-10-31")
    #expect(shares.demand(of: platforms[0]).source == "usage.csv")
    #expect(shares.demand(of: platforms[3]).share == .unknown)
  }

  @Test("what only PyPy installs counts for PyPy alone")
  func pypy() throws {
    var pypy = platform("pypy", "any", "any", tags: ["pp3*-*-*"])
    pypy.target.interpreter = .known("pypy")
    let (table, _) = read(
      "filename,downloads\na-1-pp311-pypy311_pp73-win_amd64.whl,4\na-1-cp311-cp311-win_amd64.whl,6\n")
    #expect(UsageShares(try #require(table), platforms: platforms + [pypy]).downloads == ["windows": 6, "pypy": 4])
    #expect(UsageShares(try #require(table), platforms: platforms).unattributed == 4)
  }

  @Test("a release line and a period leave the rest out")
  func limits() throws {
    let text = """
      filename,downloads,date
      a-2.5.0-cp314-cp314-win_amd64.whl,1,2026-10-01
      a-2.5.1.tar.gz,2,2026-10-02
      a-2.4.9-cp314-cp314-win_amd64.whl,4,2026-10-03
      a-2.50.0-cp314-cp314-win_amd64.whl,8,2026-10-04
      a-2.5.2-cp314-cp314-win_amd64.whl,16,
      """
    func total(_ release: String?, _ since: String? = nil, _ until: String? = nil) -> Int? {
      let limits = UsageLimits(
        release: release.flatMap { ReleaseVersion($0) }, since: since.flatMap { CalendarDate($0) },
        until: until.flatMap { CalendarDate($0) })
      return UsageReader.read(SourceFile(path: "usage.csv", text: text), limits: limits).table?.total
    }
    #expect(total(nil) == 31)
    #expect(total("2.5") == 19)
    #expect(total("2") == 31)
    #expect(total(nil, "2026-10-02", "2026-10-03") == 6)
    #expect(total("2.5", "2026-10-02") == 2)
    let blind = SourceFile(path: "usage.csv", text: "platform,downloads\nmac,1\n")
    let release = UsageReader.read(blind, limits: UsageLimits(release: ReleaseVersion("2.5")))
    #expect(release.diagnostics.map(\.message) == ["no column of this table says of which release its rows are"])
    let day = UsageReader.read(blind, limits: UsageLimits(since: CalendarDate("2026-01-01")))
    #expect(day.table == nil && day.diagnostics.count == 1)
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
    #expect(shares.unattributed == 7)
    #expect(shares.withoutSystem == 3 && shares.counted == 97)
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
