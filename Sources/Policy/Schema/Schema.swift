/// What a value of a file may be, as far as JSON Schema can say it. Readers carry it, so that what is read and what an
/// editor offers come from one description.
package indirect enum Schema: Hashable, Sendable {
  case anything
  case text(Text)
  case words([String])
  case flag
  case count
  case percentage
  /// A list; an empty value stands for an empty one.
  case list(Schema)
  case either(Schema, Schema)
  case record(Record)
  /// A mapping whose keys are the file's own. An empty value stands for an empty one.
  case entries(key: Schema, value: Schema)

  package struct Text: Hashable, Sendable {
    /// A regular expression of ECMA 262, which the text matches somewhere.
    package var pattern: String?
    /// Whether YAML's own rules may take the text for a number: `1.22`.
    package var mayLookLikeNumber = false
  }

  package struct Record: Hashable, Sendable {
    /// What it describes: `tier`.
    package var noun: String
    package var keys: [Key]
  }

  package struct Key: Hashable, Sendable {
    package var name: String
    package var value: Schema
    package var isRequired: Bool
    package var about: String?
  }

  static let text = Schema.text(Text())

  static func text(_ pattern: String) -> Schema { .text(Text(pattern: pattern)) }
}
