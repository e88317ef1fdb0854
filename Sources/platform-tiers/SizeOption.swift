import ArgumentParser
import PlatformTiersKit

/// How large a document may be.
struct SizeOption: ParsableArguments {
  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp("The largest document that is read.", valueName: "MiB"))
  var mebibytes = FileReader.usualLimit >> 20

  var limit: Int { mebibytes << 20 }

  func validate() throws {
    if !(1...1 << 20).contains(mebibytes) { throw ValidationError("'--max-size' takes a number of MiB, 1 or more") }
  }
}
