import Foundation
import Testing
import TestSupport

/// The published revisions of other policies, against a script that reads their pages in a way of its own.
@Suite(.enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
struct PublishedHistoriesTests {
  @Test(
    "history tells what became of each platform, and nothing else",
    .enabled(if: Oracle.isPresent("python3", "git"), "skipped: no python3 or git"))
  func histories() throws {
    let script = Tool.packageRoot.appending(path: "Scripts/compare-histories").path()
    let result = try Tool.run(
      executable: "/usr/bin/env", ["python3", script, (SharedFolder.path ?? "") + "/corpus/policies", Tool.path],
      in: "/")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("pep-11: 20 revisions, 0 told otherwise"))
  }
}
