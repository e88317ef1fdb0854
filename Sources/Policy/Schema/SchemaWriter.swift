import Diagnostics

/// Writes a schema as JSON Schema 2020-12.
enum SchemaWriter {
  static func document(_ schema: Schema, title: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", title)
      write(schema, to: &json)
    }
    return json.finished()
  }

  /// Writes the members of the schema's object.
  private static func write(_ schema: Schema, to json: inout JSONWriter) {
    switch schema {
    case .anything: break
    case .text(let text): write(text, to: &json)
    case .words(let words):
      json.key("enum")
      json.array(.line) { json in words.forEach { json.value($0) } }
    case .flag: json.member("type", "boolean")
    case .count:
      json.member("type", "integer")
      json.member("minimum", 0)
    case .percentage:
      json.member("type", "number")
      json.member("minimum", 0)
      json.member("maximum", 100)
    case .list(let element):
      types(["array", "null"], &json)
      member("items", element, &json)
    case .either(let first, let second):
      json.key("anyOf")
      json.array { json in
        for choice in choices(first) + choices(second) { json.object { write(choice, to: &$0) } }
      }
    case .record(let record): write(record, to: &json)
    case .entries(let key, let value):
      types(["object", "null"], &json)
      member("propertyNames", key, &json)
      member("additionalProperties", value, &json)
    }
  }

  private static func choices(_ schema: Schema) -> [Schema] {
    if case .either(let first, let second) = schema { choices(first) + choices(second) } else { [schema] }
  }

  private static func write(_ text: Schema.Text, to json: inout JSONWriter) {
    if text.mayLookLikeNumber { types(["string", "number"], &json) } else { json.member("type", "string") }
    if let pattern = text.pattern { json.member("pattern", pattern) }
  }

  private static func write(_ record: Schema.Record, to json: inout JSONWriter) {
    json.member("type", "object")
    json.key("properties")
    json.object { json in
      for key in record.keys {
        json.key(key.name)
        json.object { json in
          if let about = key.about { json.member("description", about) }
          write(key.value, to: &json)
        }
      }
    }
    let required = record.keys.filter { $0.isRequired }.map { $0.name }
    if !required.isEmpty {
      json.key("required")
      json.array(.line) { json in required.forEach { json.value($0) } }
    }
    json.key("additionalProperties")
    json.value(false)
  }

  private static func types(_ names: [String], _ json: inout JSONWriter) {
    json.key("type")
    json.array(.line) { json in names.forEach { json.value($0) } }
  }

  private static func member(_ name: String, _ schema: Schema, _ json: inout JSONWriter) {
    json.key(name)
    json.object { write(schema, to: &$0) }
  }
}
