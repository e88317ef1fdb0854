package import Diagnostics
package import Documents

/// A small document that shows a rule, a small registry, or both; two revisions of them for a rule about changes.
package struct RuleExample: Sendable {
  /// One file of an example.
  package struct File: Sendable {
    package enum Kind: Hashable, Sendable {
      case document(DocumentFormat)
      case yaml
      /// What an audit takes besides: a listing, a table of downloads.
      case evidence(EvidenceFormat)
    }

    package enum EvidenceFormat: String, CaseIterable, Sendable {
      case json
      case html
      case csv
    }

    package var path: String
    package var kind: Kind
    /// With `↓` right before each place that the rule flags.
    package var text: MarkedText
    /// Whether the name matters to the rule, and so to the reader of the example.
    package var isNamed: Bool

    /// The file without its marks.
    package var source: SourceFile { SourceFile(path: path, text: text.text) }
  }

  package var files: [File]
  /// The files before the change that the rule is about; none where it is about no change.
  package var base: [File] = []

  package static func rst(_ text: String, fileName: String? = nil) -> RuleExample {
    document(text, .restructuredText, name: fileName, unnamed: "platforms.rst")
  }

  package static func markdown(_ text: String, fileName: String? = nil) -> RuleExample {
    document(text, .markdown, name: fileName, unnamed: "platforms.md")
  }

  /// The files of a registry, and a document or evidence where there is some.
  ///
  /// - Parameter text: before each file a line with its path, as in `--- platforms/haiku.yaml`. Without a `policy.yaml`
  ///   the policy is NEP 57.
  package static func files(_ text: String) -> RuleExample {
    var parts: [(path: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(marker) {
        parts.append((String(line.dropFirst(marker.count)), ""))
      } else if !parts.isEmpty {
        parts[parts.count - 1].text += line + "\n"
      }
    }
    return RuleExample(
      files: parts.map { path, text in
        File(path: path, kind: File.Kind(path: path), text: MarkedText(text), isNamed: true)
      })
  }

  /// A change from one revision to the next; marks stand in the second.
  package static func change(from base: RuleExample, to head: RuleExample) -> RuleExample {
    RuleExample(files: head.files, base: base.files)
  }

  private static let marker = "--- "

  private static func document(
    _ text: String, _ format: DocumentFormat, name: String?, unnamed: String
  ) -> RuleExample {
    let path = name ?? unnamed
    return RuleExample(
      files: [File(path: path, kind: .document(format), text: MarkedText(text), isNamed: name != nil)])
  }
}

extension RuleExample.File.Kind {
  fileprivate init(path: String) {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    self =
      switch ending {
      case "md": .document(.markdown)
      case "rst": .document(.restructuredText)
      default: RuleExample.File.EvidenceFormat(rawValue: ending).map { .evidence($0) } ?? .yaml
      }
  }
}

extension RuleExample {
  /// What `platform-tiers` would be given, without the marks.
  package var sources: [SourceFile] { files.map { $0.source } }

  /// The places that the rule flags, as `path:line:column`.
  package var marks: [String] {
    files.flatMap { file in file.text.marks.map { "\(file.path):\(file.source.position(at: $0))" } }
  }
}
