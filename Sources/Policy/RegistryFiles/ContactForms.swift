import Diagnostics

extension YAMLForm where Value == [Located<Contact>] {
  static var contacts: Self { .list(of: .located(.contact)) }
}

extension YAMLForm where Value == Contact {
  /// A person's id, or a mapping with what more is known.
  fileprivate static var contact: Self {
    mapping("contact") { keys in
      let person = keys.required("person", .identifier, about: "An id of people.yaml.") { $0.person }
      let role = keys.optional("role", .word, about: "In what capacity, where that differs from people.yaml.") {
        $0.role
      }
      let acknowledgement = keys.optional(
        "acknowledged", .known(.acknowledgement), default: .unknown,
        about: "When they agreed to be listed, and where that can be read."
      ) { $0.acknowledgement }
      let confirmed = keys.optional("confirmed", .date, about: "When they last said that this still holds.") {
        $0.confirmed
      }
      let employment = keys.optional(
        "employment", .knownWord(Employment.self), default: .unknown,
        about: "Whether they are paid for it, and have said so."
      ) { $0.employment }
      guard let person else { return nil }
      return Contact(
        person: person, role: role, acknowledgement: acknowledgement, confirmed: confirmed, employment: employment)
    }
    .orScalar(.identifier, written: { $0 == Contact(person: $0.person) ? $0.person : nil }) { Contact(person: $0) }
  }
}

extension YAMLForm where Value == Acknowledgement {
  fileprivate static var acknowledgement: Self {
    mapping("acknowledgement") { keys in
      let date = keys.required("date", .date) { $0.date }
      let url = keys.optional("url", .url) { $0.url }
      return date.map { Acknowledgement(date: $0, url: url) }
    }
  }
}
