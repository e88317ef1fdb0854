import Foundation
import Testing
import TestSupport

/// This repository's workflow, those that docs/adopting.md offers, and the action.
@Suite(.enabled(if: HookedRepository.isPossible, HookedRepository.skipReason))
struct WorkflowTests {
  private static let folders = [".github/workflows", "docs/adopting"]

  private static let workflows = folders.flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: PackageFile.path(folder))) ?? []
    return names.filter { $0.hasSuffix(".yml") }.sorted().map { folder + "/" + $0 }
  }

  private static let action = "action.yml"

  private func tool(_ name: String, _ arguments: [String]) throws -> Tool.Result {
    try Tool.run(
      executable: PackageFile.path(".build/venv/bin/" + name), arguments, in: Tool.packageRoot.path(),
      environment: ["HOME": FileManager.default.temporaryDirectory.path()])
  }

  @Test func thereAreFive() {
    #expect(
      Self.workflows == [".github/workflows/ci.yml", ".github/workflows/release.yml"]
        + ["-action", "-comment", ""].map { "docs/adopting/platform-tiers\($0).yml" })
  }

  @Test func theyFitTheSchema() throws {
    for (schema, files) in [("workflows", Self.workflows), ("actions", [Self.action])] {
      let result = try tool("check-jsonschema", ["--builtin-schema", "vendor.github-\(schema)"] + files)
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test func zizmorFindsNothing() throws {
    let result = try tool(
      "zizmor", ["--offline", "--no-progress", "--strict-collection", Self.action] + Self.workflows)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("No findings to report."))
  }

  @Test(arguments: workflows + [action])
  func actionsArePinnedAndNothingIsPermittedThatNoJobNames(_ path: String) throws {
    let text = try String(contentsOfFile: PackageFile.path(path), encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines.contains("permissions: {}") || path == Self.action)
    let uses = lines.filter { $0.contains("uses:") }
    #expect(!uses.isEmpty)
    for line in uses {
      #expect(line.wholeMatch(of: /\s+(- )?uses: [\w\/.-]+@[0-9a-f]{40} # v[0-9.]+/) != nil, "\(line)")
    }
  }

  /// Expressions are put into a command before the shell reads it: none is there.
  @Test(arguments: workflows)
  func noCommandHoldsAnExpression(_ path: String) throws {
    let script =
      "import json, sys, yaml\n"
      + "jobs = yaml.safe_load(open(sys.argv[1]))['jobs'].values()\n"
      + "print(json.dumps([step['run'] for job in jobs for step in job['steps'] if 'run' in step]))\n"
    let result = try tool("python", ["-c", script, path])
    let commands = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String])
    #expect(commands.isEmpty == path.hasSuffix("-action.yml"))
    for command in commands { #expect(!command.contains("${{"), "\(command)") }
  }

  /// A release that somebody else uploads gets no token that writes.
  @Test(arguments: workflows)
  func whereATokenWritesWhatIsInstalledHasAHash(_ path: String) throws {
    let script =
      "import json, sys, yaml\n"
      + "for job in yaml.safe_load(open(sys.argv[1]))['jobs'].values():\n"
      + "  steps = [step['run'] for step in job['steps'] if 'pip install' in step.get('run', '')]\n"
      + "  if 'write' in job['permissions'].values(): print('\\n'.join(map(json.dumps, steps)))\n"
    let result = try tool("python", ["-c", script, path])
    let commands = result.output.split(separator: "\n")
    #expect(result.status == 0)
    #expect(commands.isEmpty == ["/ci.yml", "/release.yml", "-action.yml"].contains { path.hasSuffix($0) })
    for command in commands { #expect(command.contains("--require-hashes") && command.contains("--hash=sha256:")) }
  }
}
