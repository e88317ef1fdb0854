import Diagnostics

/// What held before the first move, and the place of the tier's id, which is held against the policy.
struct ReadFormerSupport {
  var tier: Located<String>?
  var support: FormerSupport
}

extension YAMLForm where Value == ReadFormerSupport {
  /// `{tier: tier-2, until: 2.4.x}`
  static var formerSupport: Self {
    mapping("former support") { keys in
      let tier = keys.optional("tier", .located(.name), about: "The id of the tier that it stood in.") { $0.tier }
      let until = keys.required(
        "until", .releaseLine, about: "The last release or line of releases that it was supported in: 2.4.x."
      ) { $0.support.until }
      let link = keys.optional("link", .url, about: "Where that can be read.") { $0.support.link }
      guard let until else { return nil }
      return ReadFormerSupport(
        tier: tier, support: FormerSupport(tier: tier?.value, until: until, link: link))
    }
  }
}

extension YAMLForm where Value == String {
  /// `2.4.6`, or with `x` for any last number `2.4.x`.
  fileprivate static var releaseLine: Self {
    scalar(
      "a release or a line of releases, such as 2.4.x",
      schema: .text(Schema.Text(pattern: "^[0-9]+(\\.[0-9]+)*(\\.x)?$", mayLookLikeNumber: true)), write: { .text($0) }
    ) { text in
      let line = text.hasSuffix(".x") ? String(text.dropLast(2)) : text
      guard let version = ReleaseVersion(line), version.canonical == line, !version.isPreRelease, version.post == nil
      else { return nil }
      return text
    }
  }
}

extension YAMLForm where Value == ExpectedEnd {
  /// `{release: 3.0.0}` or `{date: 2028-12-31}`, one of them.
  static var expectedEnd: Self {
    mapping("expected end") { keys in
      let release = keys.optional("release", .version, about: "The first release without it.") { $0.release }
      let date = keys.optional("date", .date, about: "The last day on which it is still supported.") { $0.day }
      let link = keys.optional("link", .url, about: "Where that can be read.") { $0.link }
      switch (release, date) {
      case (let release?, nil): return ExpectedEnd(limit: .release(release), link: link)
      case (nil, let date?): return ExpectedEnd(limit: .day(date), link: link)
      case (nil, nil): keys.requirePresence(of: "date")
      case (_?, _?):
        keys.report(
          .invalidValue, "support ends with a release or on a day; keep the one that decides",
          at: keys.range(of: "date"))
      }
      return nil
    }
  }
}
