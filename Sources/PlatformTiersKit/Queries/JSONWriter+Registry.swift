import Diagnostics
import Policy

/// The registry's types as queries give them. What is unknown is `null`; keys are always there.
extension JSONWriter {
  mutating func place(_ place: Place?, since move: Move?) {
    key("place")
    guard let place, let move else { return value(nil) }
    object(.line) { json in
      json.member("id", place.id)
      json.member("name", place.name)
      json.member("kind", place.kindName)
      json.member("since", move.date.description)
      json.member("release", move.release?.description)
    }
  }

  mutating func target(_ target: Target) {
    key("target")
    object(.line) { json in
      json.member("os", target.os.value)
      json.key("architectures")
      if let names = target.architectures.value { json.strings(names) } else { json.value(nil) }
      json.member("libc", target.libc)
      json.member("abi", target.abi)
      json.member("toolchain", target.toolchain)
      json.member("interpreter", target.interpreter.value)
    }
  }

  mutating func person(_ person: Person) {
    object(.line) { json in
      json.member("id", person.id)
      json.member("name", person.name)
      json.member("handle", person.handle.value)
      json.member("role", person.role.value?.rawValue)
    }
  }

  /// What further columns say, by their titles.
  mutating func columns(_ texts: [String: String]) {
    key("columns")
    object(.line) { json in
      for (title, text) in texts.sorted(by: { $0.key < $1.key }) { json.member(title, text) }
    }
  }

  mutating func strings(_ texts: [String]) {
    array(.line) { json in
      for text in texts { json.value(text) }
    }
  }

  mutating func member(_ name: String, strings texts: [String]) {
    key(name)
    strings(texts)
  }
}

extension Place {
  /// `tier`, or the kind of the unsupported list.
  var kindName: String {
    switch self {
    case .tier: "tier"
    case .unsupported(let list): list.kind.rawValue
    }
  }
}
