import Diagnostics

extension YAMLForm where Value == CalendarDate {
  /// `2026-01-30`
  package static var date: YAMLForm<CalendarDate> {
    scalar(
      "a date such as 2026-01-30", schema: .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), write: { .bare($0.description) }
    ) { CalendarDate($0) }
  }
}

extension YAMLForm where Value == ReleaseVersion {
  /// `2.6.0`, `2.6.0rc1`: in one spelling, so that a search in the files finds it.
  static var version: Self {
    let pattern = "^[0-9]+(\\.[0-9]+)*((a|b|rc)[0-9]+)?(\\.post[0-9]+)?(\\.dev[0-9]+)?$"
    return scalar(
      "a version such as 2.6.0", schema: .text(Schema.Text(pattern: pattern, mayLookLikeNumber: true)),
      write: { .text($0.description) }
    ) { text in
      guard let version = ReleaseVersion(text), version.canonical == text, !text.contains(where: { "!+".contains($0) })
      else { return nil }
      return version
    }
  }
}

extension YAMLForm where Value == String {
  /// A short name of the registry's own: `windows-x86`, `x86-64`.
  static var identifier: Self {
    scalar("a name of lower-case letters, digits, '-', '_', '.' and '+'", schema: .text("^[a-z0-9][a-z0-9._+-]*$")) {
      isIdentifier($0) ? $0 : nil
    }
  }

  static func isIdentifier(_ text: String) -> Bool {
    func isPart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    guard let first = text.utf8.first, isPart(first) else { return false }
    return text.utf8.allSatisfy { isPart($0) || "._+-".utf8.contains($0) }
  }

  /// The address of a page. A link into a mailing-list archive has its whole hash.
  package static var url: Self {
    let address = scalar("an address such as https://example.org/page", schema: .text("^https?://[^/?#\\s]+\\S*$")) {
      isAddress($0) ? $0 : nil
    }
    return Self(schema: address.schema(), write: address.write) { node, faults in
      guard let url = address.read(node, faults) else { return nil }
      for hash in ArchiveHash.all(in: url) {
        guard let fault = hash.fault else { continue }
        faults.report(
          .invalidValue, fault, at: node.range,
          help: "open the message in the archive and copy its permanent link again")
        return nil
      }
      return url
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix),
      !text.unicodeScalars.contains(where: { $0.properties.isWhitespace })
    else { return false }
    return !text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }.isEmpty
  }
}

extension ArchiveHash {
  fileprivate var fault: String? {
    guard text.count == Self.length else {
      return "this archive link is cut short or too long: '\(text)' has \(text.count) characters and must have "
        + "\(Self.length)"
    }
    guard !strangers.isEmpty else { return nil }
    return "'\(text)' cannot name a message: it has '\(strangers)', and a hash is made of A-Z and 2-7"
  }
}

extension YAMLForm where Value == IssueReference {
  /// `30748`, or the address of an issue elsewhere.
  static var issue: Self {
    let number = YAMLForm<Int>.count
    let url = YAMLForm<String>.url
    func written(_ issue: IssueReference) -> YAMLValue {
      switch issue {
      case .number(let value): number.write(value)
      case .url(let address): url.write(address)
      }
    }
    return Self(schema: .either(number.schema(), url.schema()), write: written) { node, faults in
      if case .scalar(let text, .plain) = node.content, let number = Int(text), number > 0 { return .number(number) }
      if case .scalar(let text, _) = node.content, !text.contains(":") {
        faults.report(.invalidValue, "'\(text)' is no issue; write its number or its address", at: node.range)
        return nil
      }
      return url.read(node, faults).map { .url($0) }
    }
  }
}

extension YAMLForm {
  private static var unknownWord: String { "unknown" }

  /// A value, or `unknown`.
  static func known<Fact>(_ fact: YAMLForm<Fact>) -> Self where Value == Known<Fact> {
    Self(
      schema: .either(.words([unknownWord]), fact.schema()),
      write: { $0.value.map(fact.write) ?? .bare(unknownWord) }
    ) { node, faults in
      if case .scalar(unknownWord, _) = node.content { return .unknown }
      return fact.read(node, faults).map { .known($0) }
    }
  }

  /// One of the type's words, or `unknown`.
  static func knownWord<Fact: RawRepresentable & CaseIterable>(_ fact: Fact.Type) -> Self
  where Value == Known<Fact>, Fact.RawValue == String {
    let word = YAMLForm<String>.word(among: Fact.allCases.map { $0.rawValue } + [unknownWord])
    return Self(schema: word.schema(), write: { .text($0.value?.rawValue ?? unknownWord) }) { node, faults in
      word.read(node, faults).map { Known(Fact(rawValue: $0)) }
    }
  }
}

extension Located {
  /// For a value that does not come from a file.
  init(unplaced value: Value) {
    self.init(value: value, range: .fileStart)
  }
}
