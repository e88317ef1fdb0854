import Evidence
import Policy
import Testing

@Suite struct WheelNameTests {
  @Test func setsOfTagsAreTakenApart() throws {
    let name = "Num.Py-2.5.5-1-cp312.cp313-abi3-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    let wheel = try WheelName(name)
    #expect(wheel.project.normalized == "num-py")
    #expect(wheel.version == ReleaseVersion("2.5.5"))
    #expect(wheel.build == "1")
    #expect(wheel.pythons == ["cp312", "cp313"])
    #expect(wheel.abis == ["abi3"])
    #expect(wheel.platforms == ["manylinux_2_27_x86_64", "manylinux_2_28_x86_64"])
  }

  @Test(arguments: ["demo-1.0+cpu-py3-none-any.whl", "demo-1.0_cpu-py3-none-any.whl"])
  func localVersionsAreRead(name: String) throws {
    #expect(try WheelName(name).version == ReleaseVersion("1.0+cpu"))
  }

  @Test(arguments: [
    ("demo-1.0.tar.gz", "it does not end in '.whl'"),
    ("demo-1.0-py3-none.whl", "it has 4 parts between '-' and must have five, or six with a build number"),
    ("demo-1.x-py3-none-any.whl", "'1.x' is no version"), ("-1.0-py3-none-any.whl", "'' is no project's name"),
    ("demo-1.0-b1-py3-none-any.whl", "the build number 'b1' does not start with a digit"),
    ("demo-1.0-py3..py2-none-any.whl", "'' is no tag"), ("demo-1.0-py3-none-any linux.whl", "'any linux' is no tag"),
    ("demo-1.0-py3-none-änd.whl", "'änd' is no tag"),
    (".whl", "it has 1 part between '-' and must have five, or six with a build number"),
  ])
  func otherNamesAreNone(name: String, reason: String) {
    let fault = #expect(throws: WheelName.Fault.self) { try WheelName(name) }
    #expect(fault?.reason == reason)
  }

  @Test func hugeSetsAreRefused() {
    let tags = (0..<1000).map { "py\($0)" }.joined(separator: ".")
    let fault = #expect(throws: WheelName.Fault.self) { try WheelName("demo-1.0-\(tags)-none-any.whl") }
    #expect(fault?.reason == "it has a set of 1000 tags")
  }

  @Test(arguments: [
    ("macosx_10_13_x86_64", "macosx", "10.13", "x86_64"), ("manylinux_2_28_aarch64", "manylinux", "2.28", "aarch64"),
    ("manylinux2014_x86_64", "manylinux", "2.17", "x86_64"), ("manylinux1_i686", "manylinux", "2.5", "i686"),
    ("musllinux_1_2_x86_64", "musllinux", "1.2", "x86_64"), ("android_24_arm64_v8a", "android", "24.0", "arm64_v8a"),
    ("ios_13_0_arm64_iphoneos", "ios", "13.0", "arm64_iphoneos"), ("win_amd64", "win_amd64", "", ""),
    ("linux_armv7l", "linux_armv7l", "", ""), ("win32", "win32", "", ""),
    ("macosx_99999999999_0_x86_64", "macosx_99999999999_0_x86_64", "", ""),
  ])
  func platformTagsAreTakenApart(tag: String, system: String, version: String, architecture: String) {
    let found = SystemTag(tag)
    #expect(found.system == system)
    #expect(found.version.map(\.description) ?? "" == version)
    #expect(found.architecture == architecture)
  }

  @Test(arguments: [
    ("cp314", "cp314", "cp314"), ("cp314", "cp314t", "cp314t"), ("cp37", "cp37m", "cp37m"),
    ("pp311", "pypy311_pp73", "pp311"), ("cp312", "abi3", "cp312-abi3"), ("py3", "none", "py3"),
  ])
  func pythonsHaveShortNames(python: String, abi: String, label: String) {
    #expect(PythonTag(python: python, abi: abi).label == label)
  }
}
