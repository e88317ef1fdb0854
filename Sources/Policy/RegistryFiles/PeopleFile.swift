import Diagnostics

/// A person and where their handle is given.
struct ReadPerson {
  var name: String
  var handle: Known<Located<String>>
  var role: Known<ContactRole>
}

extension ReadPerson {
  init(_ person: Person) {
    self.init(
      name: person.name, handle: Known(person.handle.value.map { Located(unplaced: $0) }), role: person.role)
  }
}

extension YAMLForm where Value == [Person] {
  /// `people.yaml`: ids, and who they are.
  static var people: Self {
    let pairs = YAMLForm<[(key: String, value: ReadPerson)]>.pairs(of: .identifier, .person)
    return Self(
      schema: pairs.schema(), write: { people in pairs.write(people.map { ($0.id, ReadPerson($0)) }) }
    ) { node, faults in
      pairs.read(node, faults).map { found in
        reportSharedHandles(found, faults)
        return found.map { id, person in
          Person(id: id, name: person.name, handle: Known(person.handle.value?.value), role: person.role)
        }
      }
    }
  }

  private static func reportSharedHandles(_ people: [(key: String, value: ReadPerson)], _ faults: FaultLog) {
    var first: [String: (id: String, range: SourceRange)] = [:]
    for (id, person) in people {
      guard let handle = person.handle.value else { continue }
      let known = handle.value.lowercased()
      guard let other = first[known] else {
        first[known] = (id, handle.range)
        continue
      }
      faults.report(
        .duplicatePerson, "'\(handle.value)' is the handle of '\(other.id)' too; keep one of the two", at: handle.range,
        notes: [Diagnostic.Note("first given here", at: other.range)])
    }
  }
}

extension YAMLForm where Value == ReadPerson {
  fileprivate static var person: Self {
    mapping("person") { keys in
      let name = keys.required("name", .name, about: "As the policy's tables write it.") { $0.name }
      let handle = keys.optional(
        "handle", .known(.located(.handle)), default: .unknown, isAlwaysWritten: true,
        about: "The name on the service that hosts the project's code."
      ) { $0.handle }
      let role = keys.optional(
        "role", .knownWord(ContactRole.self), default: .unknown, isAlwaysWritten: true,
        about: "A maintainer, or a contributor whom the maintainers trust."
      ) { $0.role }
      guard let name else { return nil }
      return ReadPerson(name: name, handle: handle, role: role)
    }
  }
}

extension YAMLForm where Value == String {
  fileprivate static var handle: Self {
    scalar("a handle of letters, digits, '-', '_' and '.'", schema: .text("^[A-Za-z0-9_.-]+$")) { text in
      !text.isEmpty && isIdentifier("a" + text.lowercased()) && !text.contains("+") ? text : nil
    }
  }
}
