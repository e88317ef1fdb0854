package import Diagnostics
import Documents

/// What is to be known of a rule, as a page of the documentation or as text for a terminal.
///
/// The examples are read and checked when the page is made: the places and messages on it are the rule's own.
package enum RulePage {
  /// A page in Markdown, with the same headings for every rule.
  ///
  /// - Parameter findings: what the rule reports of an example.
  package static func markdown(_ rule: Rule, findings: (RuleExample) -> [Diagnostic]) -> String {
    var page = "# \(rule.id)\n\n"
    page += "## What it does\n\n\(wrapped(sentence(rule.summary)))\n"
    page += "## Why\n\n\(wrapped(rule.rationale))\n"
    page += "## Examples flagged\n\n"
    for example in rule.flagged {
      page += fenced(example)
      page += "```text\n" + findings(example).map { lines(of: $0, in: example) }.joined() + "```\n\n"
    }
    page += "## Examples accepted\n\n"
    for example in rule.accepted { page += fenced(example) }
    page += "## How to fix\n\n\(wrapped(rule.remedy))\n"
    page += "## Severity, family, fix\n\n"
    page += wrapped(
      "Severity **\(rule.severity.rawValue)**, family `\(rule.family.rawValue)`; \(fixing(rule)).")
    return page
  }

  /// The page as `explain` prints it: indented examples, lines of at most 80 columns, no markup but that of the examples.
  package static func terminal(_ rule: Rule, findings: (RuleExample) -> [Diagnostic]) -> String {
    var text = "\(rule.id) (\(rule.severity.rawValue), family \(rule.family.rawValue))\n\n"
    text += wrapped(sentence(rule.summary), to: 80) + "\n"
    text += "Why\n\n" + wrapped(rule.rationale, to: 80, indent: "  ") + "\n"
    text += "How to fix\n\n" + wrapped(rule.remedy, to: 80, indent: "  ") + "\n"
    text += wrapped("This rule has \(fixing(rule)).", to: 80, indent: "  ") + "\n"
    text += "Flagged\n\n"
    for example in rule.flagged {
      text += indented(example)
      for finding in findings(example) {
        for line in lines(of: finding, in: example).split(separator: "\n") {
          text += wrapped(String(line), to: 80, indent: "  ")
        }
      }
      text += "\n"
    }
    text += "Accepted\n\n"
    for example in rule.accepted { text += indented(example) + "\n" }
    return text
  }

  /// The list of all rules, with links to their pages.
  package static func index(_ rules: [Rule]) -> String {
    var page = "# Rules\n\n"
    page += wrapped(
      """
      What `platform-tiers lint` reports and, in the families `review` and `evidence`, `platform-tiers review` and \
      `platform-tiers audit`. `platform-tiers explain RULE` prints these pages; `--select` and `--ignore` take a rule's \
      id or its family.
      """)
    for family in RuleFamily.allCases {
      page += "\n## \(family.rawValue)\n\n| rule | severity | fix | what it reports |\n|---|---|---|---|\n"
      for rule in rules where rule.family == family {
        let summary = rule.summary.split(separator: "|", omittingEmptySubsequences: false).joined(
          separator: "\\|")
        let fix = rule.fix == .none ? "" : rule.fix.rawValue
        let severity = rule.severity.rawValue
        page += "| [\(rule.id)](\(rule.id).md) | \(severity) | \(fix) | \(summary) |\n"
      }
    }
    return page
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  private static func fixing(_ rule: Rule) -> String {
    switch rule.fix {
    case .none: "no automatic fix"
    case .safe: "a safe fix, applied by `--fix`"
    case .unsafe: "a fix that a person has to look at"
    }
  }
}

// MARK: - Parts of a page

extension RulePage {
  private static func fenced(_ example: RuleExample) -> String {
    guard !example.base.isEmpty else { return example.files.map(fenced).joined() }
    return "Before:\n\n" + example.base.map(fenced).joined() + "After:\n\n" + example.files.map(fenced).joined()
  }

  private static func fenced(_ file: RuleExample.File) -> String {
    let text = visible(file.source)
    let runs: [Substring] = text.split { $0 != "`" }
    let fence = String(repeating: "`", count: max(3, (runs.map { $0.count }.max() ?? 0) + 1))
    let name = file.isNamed ? "In a file called `\(file.path)`:\n\n" : ""
    return "\(name)\(fence)\(file.kind.language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n\n"
  }

  private static func indented(_ example: RuleExample) -> String {
    guard !example.base.isEmpty else { return indented(example.files) }
    return "  Before:\n\n" + indented(example.base) + "  After:\n\n" + indented(example.files)
  }

  private static func indented(_ files: [RuleExample.File]) -> String {
    files.map { file in
      let name = file.isNamed ? "  (\(file.path))\n" : ""
      let lines = visible(file.source).split(separator: "\n", omittingEmptySubsequences: false)
      let last = lines.lastIndex { !$0.isEmpty } ?? 0
      return name + lines.prefix(last + 1).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined() + "\n"
    }.joined()
  }

  /// `3:5: error: message`, with the file's name where the example has several, and the help in a line of its own.
  private static func lines(of finding: Diagnostic, in example: RuleExample) -> String {
    let help = finding.help.map { "help: \($0)\n" } ?? ""
    let file = example.files.count > 1 ? "\(finding.file):" : ""
    return "\(file)\(finding.range.start): \(finding.severity.rawValue): \(finding.message)\n\(help)"
  }

  /// The text with characters that nobody sees written as `⟨U+0007⟩`.
  private static func visible(_ file: SourceFile) -> String {
    var text = ""
    for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n" && scalar != "\t", .format: text += "⟨\(scalar.code)⟩"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The paragraphs of a text in lines of at most so many characters, each with a line ending.
  private static func wrapped(_ text: String, to width: Int = 120, indent: String = "") -> String {
    var result = ""
    for paragraph in text.split(separator: "\n") {
      var line = indent
      for word in paragraph.split(separator: " ") {
        if line.count > indent.count, line.count + 1 + word.count > width {
          result += line + "\n"
          line = indent
        }
        line += line.count > indent.count ? " \(word)" : "\(word)"
      }
      result += line + "\n"
    }
    return result
  }
}

extension RuleExample.File.Kind {
  /// As fenced code blocks call it.
  fileprivate var language: String {
    switch self {
    case .document(.markdown): "markdown"
    case .document(.restructuredText): "rst"
    case .yaml: "yaml"
    case .evidence(let format): format.rawValue
    }
  }
}
