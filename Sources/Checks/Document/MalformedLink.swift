import Diagnostics
import Documents
import Policy

/// A link that cannot lead anywhere: an address of an odd kind or without a host, or a mailing-list link that was cut short.
extension Rule {
  static let malformedLink = Rule(
    id: "malformed-link", family: .document, severity: .error,
    summary: "a URL of an unusual scheme or without a host, or a mailing-list archive link whose hash is cut short",
    rationale: """
      The policy wants demotions, and promotions into a tier with wheels, decided on the mailing list, and the page \
      links to the thread as its evidence. Such a link ends in a hash of 32 characters; one lost in copying and it \
      leads to an error page. Schemes other than http, https and mailto are slips (`htps:`), or open nothing in a \
      browser; an address without a host (`https:/page`) names no site. Relative links are fine.
      """,
    remedy: """
      Open the message in the archive and copy its permanent link again; the missing characters cannot be guessed. \
      Write other addresses as http or https.
      """,
    accepted: [
      .rst("See `the list <https://lists.example/archives/list/dev@lists.example/>`__ and `above <#tier-1>`__.\n"),
      .rst(
        "See `the thread`_.\n\n.. _the thread: https://lists.example/archives/list/dev@lists.example/thread/"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/#765432ZYXWVUTSRQPONMLKJIHGFEDCBA\n"),
      .markdown("Write to [us](mailto:dev@lists.example) or see [the guide](../guide.md).\n"),
    ],
    flagged: [
      .rst("See `the guide`_.\n\n.. _the guide: ↓htps://example.org/guide\n"),
      .rst(
        "See `the thread`_.\n\n.. _the thread: https://lists.example/archives/list/dev@lists.example/thread/"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/#↓765432ZYXWVUTSRQPONMLKJIHGFEDC\n"),
      .markdown(
        "See [the message](https://lists.example/archives/list/dev@lists.example/message/"
          + "↓ABCDEFGHIJKLMNOPQRSTUVWXYZ23456/).\n"),
      .rst("See `the guide`_.\n\n.. _the guide: ↓https:/guide\n"),
      .markdown("See [the guide](https://example.org/guide) and [the notes](↓https://).\n"),
      .markdown("See [the guide](https://example.org/guide) and [the files](↓ftp://example.org/files).\n"),
    ],
    check: .document(check))

  private static func check(_ context: RuleContext, report: (Finding) -> Void) {
    for link in context.document.links {
      // Nearly all links begin so, and need no look at their scheme.
      if !link.uri.utf8.starts(with: "https://".utf8) {
        checkScheme(of: link, report: report)
      } else if !hasHost(link.uri) {
        report(.withoutHost(link))
      }
      // Most links lead elsewhere, and a document has many.
      guard link.uri.hasBytes("/archives/list/") else { continue }
      for hash in ArchiveHash.all(in: link.uri) {
        if let finding = Finding.brokenHash(hash, at: place(of: hash, in: link, file: context.file)) { report(finding) }
      }
    }
  }

  private static func checkScheme(of link: Link, report: (Finding) -> Void) {
    if let scheme = scheme(of: link.uri) {
      if !knownSchemes.contains(scheme) {
        report(.oddScheme(link, scheme: scheme))
      } else if scheme != "mailto", !hasHost(link.uri) {
        report(.withoutHost(link))
      }
    } else if ["http//", "https//"].contains(where: link.uri.lowercased().hasPrefix) {
      report(.withoutColon(link))
    }
  }

  private static let knownSchemes: Set = ["http", "https", "mailto"]

  /// Whether `//` and a host stand behind the first colon (RFC 3986, section 3.2; http has no use for an empty one).
  private static func hasHost(_ uri: String) -> Bool {
    var uri = uri
    return uri.withUTF8 { uri in
      guard let colon = uri.firstIndex(of: UInt8(ascii: ":")), uri[(colon + 1)...].starts(with: "//".utf8) else {
        return false
      }
      let authority = uri[(colon + 3)...].prefix { byte in
        byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
      }
      let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
      return !host.isEmpty && host.first != UInt8(ascii: ":")
    }
  }

  /// What stands before the first colon, in lower case, where that is a scheme by RFC 3986, section 3.1.
  private static func scheme(of uri: String) -> String? {
    guard let colon = uri.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(uri[..<colon]).lowercased()
    guard let first = scheme.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return nil }
    let isScheme = scheme.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      default: false
      }
    }
    return isScheme ? scheme : nil
  }

  /// The hash itself, unless escapes or line breaks make the source differ from the URI.
  private static func place(of hash: ArchiveHash, in link: Link, file: SourceFile) -> SourceRange {
    let offsets = file.offsets(of: link.range)
    guard file.bytes[offsets].elementsEqual(link.uri.utf8) else { return link.range }
    let start = offsets.lowerBound + hash.offset
    return file.range(start..<min(start + hash.text.utf8.count, offsets.upperBound))
  }
}

extension Finding {
  fileprivate static func oddScheme(_ link: Link, scheme: String) -> Finding {
    let nearest = NearestName.closest(to: scheme, in: ["https", "http", "mailto"])
    return Finding(
      "'\(link.uri)' is neither http, https nor mailto, so a browser may open nothing", at: link.range,
      help: nearest.map { "did you mean '\($0):'?" } ?? "link to a page on the web")
  }

  fileprivate static func withoutHost(_ link: Link) -> Finding {
    Finding(
      "'\(link.uri)' has no host, so it leads nowhere", at: link.range,
      help: "write '//' and the site's name after the scheme: 'https://example.org/page'")
  }

  fileprivate static func withoutColon(_ link: Link) -> Finding {
    Finding(
      "'\(link.uri)' has no ':' before its '//', so it is taken for a page beside this one", at: link.range,
      help: "write 'https://'")
  }

  /// Nil for a hash that can be one.
  fileprivate static func brokenHash(_ hash: ArchiveHash, at range: SourceRange) -> Finding? {
    let count = hash.text.count
    let again = "open the message in the archive and copy its permanent link again"
    if count < ArchiveHash.length {
      return Finding(
        "this archive link is cut short: '\(hash.text)' has \(count) characters and must have \(ArchiveHash.length)",
        at: range, help: "\(again); the missing \(ArchiveHash.length - count) cannot be guessed")
    }
    if count > ArchiveHash.length {
      return Finding(
        "this archive link is too long: '\(hash.text)' has \(count) characters and must have \(ArchiveHash.length)",
        at: range, help: again)
    }
    guard !hash.strangers.isEmpty else { return nil }
    return Finding(
      "'\(hash.text)' cannot name a message: it has '\(hash.strangers)', and a hash is made of A-Z and 2-7", at: range,
      help: again)
  }
}
