import Foundation
import Testing
import TestSupport

/// A repository's configuration is somebody else's text: nothing that it names is run, and no network is reached.
@Suite struct GitSafetyTests {
  let repository: TestRepository
  private let outside: TemporaryFolder

  init() throws {
    repository = try TestRepository()
    outside = try TemporaryFolder()
  }

  private static func page(_ platforms: String...) -> String {
    let rows = platforms.map { "| \($0) | | Ada Lovelace |\n" }.joined()
    return "## Tier 3\n\n| Platform | Notes | Contacts |\n|---|---|---|\n" + rows
  }

  /// A program that leaves a mark.
  private func trap(_ name: String) throws -> String {
    let path = try outside.write("#!/bin/sh\ntouch '\(outside[name])'\ncat\n", to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private var marks: [String] {
    get throws { try outside.names.filter { $0 != "bin" } }
  }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: repository.path, environment: TestRepository.environment)
  }

  private static let keys = [
    "core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.sshCommand", "core.gitProxy",
    "core.alternateRefsCommand", "pager.diff", "pager.log", "pager.cat-file", "diff.external", "diff.evil.textconv",
    "diff.evil.command", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "gpg.program",
    "credential.helper", "interactive.diffFilter", "sequence.editor", "uploadpack.packObjectsHook",
  ]

  private static let hooks = [
    "post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout", "pre-commit", "pre-auto-gc",
  ]

  @Test func nothingOfTheConfigurationIsRun() throws {
    try repository.commit(["nep-1.md": Self.page("Haiku"), ".gitattributes": "* filter=evil diff=evil\n"])
    try repository.commit(["nep-1.md": Self.page("Haiku", "Plan 9")])
    for key in Self.keys { try repository.git("config", key, try trap(key)) }
    for word in ["diff", "diff-index", "diff-tree", "log", "ls-files", "cat-file", "rev-parse", "merge-base"] {
      try repository.git("config", "alias.\(word)", "!" + (try trap("alias.\(word)")))
    }
    for hook in Self.hooks {
      let program = try trap("hook." + hook)
      try FileManager.default.createSymbolicLink(
        atPath: repository.folder[".git/hooks/\(hook)"], withDestinationPath: program)
    }
    try repository.git("config", "filter.evil.required", "true")
    try repository.git("config", "log.showSignature", "true")
    for mark in try marks { try FileManager.default.removeItem(atPath: outside[mark]) }
    // On disk it differs in its time, in its size and by a row.
    try repository.folder.write(Self.page("Haiku", "Plan 9", "BeOS"), to: "nep-1.md")

    #expect(try run("review", "HEAD~1").output.contains("BeOS"))
    #expect(try run("review", "HEAD~1..HEAD").output.contains("Plan 9"))
    #expect(try run("review", "--staged", "HEAD~1").output.contains("Plan 9"))
    #expect(try run("history", "nep-1.md").output.contains("Plan 9"))
    #expect(try marks == [])
  }

  /// A partial clone gets what it lacks from its remote, unless it is kept from that.
  @Test(arguments: ["ext::sh -c 'touch %S'", "ssh://localhost/repository", "file"])
  func whatAPartialCloneLacksIsNotFetched(_ address: String) throws {
    try repository.commit(["nep-1.md": Self.page("Haiku")])
    let blob = try repository.git("rev-parse", "HEAD:nep-1.md")
    try repository.commit(["nep-1.md": Self.page("Haiku", "Plan 9")])
    // The remote has it, so that a fetch would find it.
    try repository.git("clone", "--quiet", "--bare", ".", outside["remote.git"])
    let mark = try trap("transport")
    let url = address == "file" ? "file://" + outside["remote.git"] : address.replacing("%S", with: outside["ext"])
    for (key, value) in [
      ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.url", url),
      ("remote.origin.promisor", "true"), ("remote.origin.partialCloneFilter", "blob:none"),
      ("remote.origin.uploadpack", mark), ("core.sshCommand", mark), ("protocol.allow", "always"),
      ("protocol.ext.allow", "always"), ("protocol.file.allow", "always"), ("protocol.ssh.allow", "always"),
    ] { try repository.git("config", key, value) }
    let object = ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    try FileManager.default.removeItem(atPath: repository.folder[object])

    let before = try outside.names
    for arguments in [["review", "HEAD~1"], ["review", "HEAD~1..HEAD"], ["history", "nep-1.md"]] {
      let result = try Tool.run(arguments, in: repository.path, environment: TestRepository.environment)
      #expect(result.status == 2, "\(arguments) \(result)")
      #expect(result.error.contains("git cannot") || result.error.contains("does not have it"), "\(result.error)")
    }
    #expect(try outside.names == before)
    #expect(!FileManager.default.fileExists(atPath: repository.folder[object]))
  }

  @Test func theDiskIsComparedWithoutGitsConversions() throws {
    try repository.commit(["nep-1.md": Self.page("Haiku"), "nep-2.md": "Text\n", "nep-3.md": Self.page("Plan 9")])
    #expect(try run("review", "HEAD").output.hasPrefix("no move from "))
    try FileManager.default.removeItem(atPath: repository.folder["nep-3.md"])
    let gone = try run("review", "HEAD", "--format", "json").output
    #expect(gone.contains("\"kind\": \"removed\", \"platform\": \"Plan 9\""), "\(gone)")
    try repository.git("mv", "nep-1.md", "nep-4.md")
    try repository.folder.write(Self.page("Haiku", "BeOS"), to: "nep-4.md")
    let moved = try run("review", "HEAD").output
    #expect(moved.contains("BeOS") && !moved.contains("Haiku"), "\(moved)")
  }
}
