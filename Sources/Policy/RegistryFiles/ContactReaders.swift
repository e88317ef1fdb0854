import Diagnostics

extension ValueReader where Value == [Located<Contact>] {
  static var contacts: Self { .list(of: .located(.contact)) }
}

extension ValueReader where Value == Contact {
  /// A person's id, or a mapping with what more is known.
  fileprivate static var contact: Self {
    mapping("contact") { keys in
      let person = keys.required("person", .identifier, about: "An id of people.yaml.")
      let role = keys.optional(
        "role", ValueReader<ContactRole>.word, about: "In what capacity, where that differs from people.yaml.")
      let acknowledgement = keys.optional(
        "acknowledged", .known(.acknowledgement), default: .unknown,
        about: "When they agreed to be listed, and where that can be read.")
      let confirmed = keys.optional("confirmed", .date, about: "When they last said that this still holds.")
      let employment = keys.optional(
        "employment", .knownWord(Employment.self), default: .unknown,
        about: "Whether they are paid for it, and have said so.")
      guard let person else { return nil }
      return Contact(
        person: person, role: role, acknowledgement: acknowledgement, confirmed: confirmed, employment: employment)
    }
    .orScalar(ValueReader<String>.identifier.map { Contact(person: $0) })
  }
}

extension ValueReader where Value == Acknowledgement {
  fileprivate static var acknowledgement: Self {
    mapping("acknowledgement") { keys in
      let date = keys.required("date", .date)
      let url = keys.optional("url", .url)
      return date.map { Acknowledgement(date: $0, url: url) }
    }
  }
}
