import Diagnostics

/// Where a repository's files can be read on the web, for links to their lines.
package struct RepositoryAddress: Sendable {
  fileprivate let url: String

  /// - Parameter url: of its page, as `https://github.com/numpy/numpy`; nil where it is no such address.
  package init?(_ url: String) {
    let url = url.hasSuffix("/") ? String(url.dropLast()) : url
    let isAddress = ["https://", "http://"].contains { url.hasPrefix($0) && url.utf8.count > $0.utf8.count }
    guard isAddress, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !#"<>"`\?#"#.utf8.contains($0) }) else {
      return nil
    }
    self.url = url
  }

  /// The repository of a run in GitHub Actions; nil elsewhere.
  package static var ofRun: RepositoryAddress? {
    guard let server = Environment.value(of: "GITHUB_SERVER_URL"), let name = Environment.value(of: "GITHUB_REPOSITORY") else {
      return nil
    }
    return RepositoryAddress(server + "/" + name)
  }

  func commit(_ id: String) -> String { "\(url)/commit/\(id)" }

  /// - Parameter path: from the root of the repository.
  func line(_ line: Int, of path: String, at commit: String) -> String {
    // A page that the service renders has no lines, but its source has.
    "\(url)/blob/\(commit)/\(FileURI.reference(to: path))?plain=1#L\(line)"
  }
}

/// Where the rules' pages are published: the folder that `PLATFORM_TIERS_RULE_PAGES` names.
enum RulePages {
  private static let folder = Environment.value(of: "PLATFORM_TIERS_RULE_PAGES").flatMap { RepositoryAddress($0) }

  /// Nil where no folder is named.
  static func address(of rule: String) -> String? { folder.map { "\($0.url)/\(rule).md" } }
}
