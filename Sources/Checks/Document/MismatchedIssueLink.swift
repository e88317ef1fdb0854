import Diagnostics
import Documents
import Policy

/// A link that is called by an issue's number leads to that issue.
extension Rule {
  static let mismatchedIssueLink = Rule(
    id: "mismatched-issue-link", family: .document, severity: .error,
    summary: "a link called `gh-N` whose URL has another number or repository",
    rationale: """
      The policy records why a platform stands where it stands by the number of an issue or pull request. A line copied \
      from its neighbour with one of its two numbers changed sends the reader to a decision about something else. Pages \
      without a tier or list of the policy are not looked at: a prefix may mean another project's issues there.
      """,
    remedy: "Find out which of the two numbers is right and change the other. It cannot be guessed.",
    accepted: [
      .rst("Tier 1\n======\n\nSee gh-22318_.\n\n.. _gh-22318: https://github.com/numpy/numpy/issues/22318\n"),
      .rst("Tier 1\n======\n\nSee `gh-31380 <https://github.com/numpy/numpy/pull/31380#issuecomment-1>`__.\n"),
      .rst("Tier 1\n======\n\nSee `a discussion <https://github.com/pypa/manylinux/issues/1012>`__.\n"),
      .markdown("# Tier 1\n\nSee [gh-22318](https://github.com/numpy/numpy/issues/22318).\n"),
      .rst("See gh-2_.\n\n.. _gh-2: https://github.com/scipy/scipy/pull/2\n"),
    ],
    flagged: [
      .rst("Tier 1\n======\n\nSee gh-22318_.\n\n.. _gh-22318: ↓https://github.com/numpy/numpy/issues/22530\n"),
      .rst(
        "Tier 1\n======\n\nSee gh-1_ and gh-2_.\n\n.. _gh-1: https://github.com/numpy/numpy/pull/1\n"
          + ".. _gh-2: ↓https://github.com/scipy/scipy/pull/2\n"),
      .markdown("# Tier 1\n\nSee [gh-22318](↓https://github.com/numpy/numpy/issues).\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    // On other pages the same prefix may stand for another project's issues.
    guard context.isPolicyDocument, let repository = context.policy.document.issueRepository else { return }
    let prefixes = context.policy.document.issuePrefixes
    for link in context.document.links {
      guard let named = prefixes.lazy.compactMap({ number(in: link.text, after: $0) }).first else { continue }
      guard let issue = IssueAddress(link.uri) else {
        report(.noIssue(link, number: named, repository: repository))
        continue
      }
      if issue.repository != repository.lowercased() {
        report(.otherRepository(link, issue: issue, repository: repository))
      } else if issue.number != named {
        report(.otherNumber(link, issue: issue))
      }
    }
  }

  /// The number in a text that is a prefix and digits, and nothing else.
  private static func number(in text: String, after prefix: String) -> Int? {
    guard !prefix.isEmpty, let digits = text[...].rest(afterPrefix: prefix) else { return nil }
    guard digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
    return Int(digits)
  }
}

/// An issue, pull request or discussion on GitHub.
private struct IssueAddress {
  /// In lower case, as GitHub ignores it.
  var repository: String
  var number: Int

  /// Nil for a URL of anything else.
  init?(_ uri: String) {
    let address = uri.lowercased().prefix { $0 != "#" && $0 != "?" }
    var parts = address.split(separator: "/", omittingEmptySubsequences: true)[...]
    guard parts.first == "https:" || parts.first == "http:" else { return nil }
    parts.removeFirst()
    guard parts.count >= 5, parts.first == "github.com" || parts.first == "www.github.com" else { return nil }
    let path = Array(parts.dropFirst())
    guard ["issues", "pull", "discussions"].contains(path[2]), let number = Int(path[3]) else { return nil }
    repository = "\(path[0])/\(path[1])"
    self.number = number
  }
}

extension Finding {
  fileprivate static func noIssue(_ link: Link, number: Int, repository: String) -> Finding {
    Finding(
      "'\(link.text)' does not lead to an issue or pull request: '\(link.uri)'", at: link.range,
      help: "it says number \(number) of \(repository); link to that, or call it something else")
  }

  fileprivate static func otherRepository(_ link: Link, issue: IssueAddress, repository: String) -> Finding {
    Finding(
      "'\(link.text)' means \(repository) and leads to \(issue.repository)", at: link.range,
      help: "link to \(repository), or call it '\(issue.repository)#\(issue.number)'")
  }

  fileprivate static func otherNumber(_ link: Link, issue: IssueAddress) -> Finding {
    Finding(
      "'\(link.text)' leads to number \(issue.number)", at: link.range,
      help: "look at both and change the one that is wrong: the name, with its references, or the URL")
  }
}
