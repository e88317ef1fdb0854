@testable import Policy

/// A registry whose every text looks like markup, a path or a template.
enum HostileRegistry {
  /// Texts, and how a page shows each.
  static let texts: [(text: String, shown: String)] =
    [
      "<script>alert(1)</script>", "a | b", "`x`_", "..", "../..", "**", "*a*", "{{ 1 + 1 }}", "{% x %}", "]]>", "-->",
      "<!-- x", "javascript:alert(1)", "# C #", "- item", "1. x", "(a) b", "====", "----", ":a: b", "|sub|",
      "&amp; & &#60;",
      "' \" onmouseover=x", "漢字 é", "`a <b>`_", "!x <y>", "*", "\\", "\\*", "http://example.org/a_", "[x](y)", "[1]_",
      "::",
      "a::", ".. note:: x", "$x$", "``code``", "x : y", "</title><b>", "_", "__", "a_", "+", "> q", "self", "=41", "A",
      "e\u{301}", "~~~", "<https://x.example>", "</svg>", "text `with",
    ].map { ($0, $0) } + [
      ("line\nbreak", "line break"), ("  two  spaces ", "two spaces"), ("\u{202E}rtl", "<U+202E>rtl"),
      ("\u{1B}[31m", "␛[31m"),
    ]

  static func make() throws -> Registry {
    var policy = Policy.nep57
    policy.name = "<b>{{ policy }}</b>"
    policy.project = "<i>{{ project }}</i>"
    policy.url = "javascript:alert(1)"
    policy.tiers[0].id = "../<tier>"
    policy.tiers[0].name = "`Tier`_ | <i>1</i>"
    policy.unsupportedLists[0].name = "**gone**"
    let people = texts.indices.map { Person(id: "person-\($0)", name: texts[$0].text) }
    let first = try SampleRegistry.day("2026-02-09")
    let second = try SampleRegistry.day("2026-05-04")
    let platforms = texts.enumerated().map { number, entry -> Platform in
      let (text, _) = entry
      var job = CIJob(workflow: text, job: text, hosting: .github, execution: .native)
      (job.repository, job.matrix, job.runner, job.blocksSource) = (text, [text], text, text)
      var platform = Platform(
        // Some ids are what no file may be called.
        id: number % 3 == 0 ? text : "platform-\(number)", name: text,
        target: Target(os: .known(text), architectures: .known([text]), interpreter: .known(text)),
        notes: "[x](javascript:alert(1)) <script>alert(1)</script> `{{ x }}`",
        contacts: [Contact(person: "person-\(number)")], ci: [job], wheels: Wheels(tags: [text], jobs: [job]),
        demand: Demand(share: .known(0.1), source: text, reason: text),
        notices: [Notice(duty: .ci, since: second, announced: "javascript:alert(1)", remark: text)],
        moves: [
          Move(date: first, to: "formerly-supported", mailingList: ["javascript:alert(1)"], remark: text),
          Move(date: second, to: "../<tier>", issues: [.url("data:text/html,x")], remark: text),
        ])
      platform.was = FormerSupport(tier: "**", until: text, link: "javascript:alert(1)")
      platform.ends = ExpectedEnd(limit: .day(second), link: text)
      return platform
    }
    return Registry(
      policy: policy, people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first }, platforms: platforms)
  }
}
