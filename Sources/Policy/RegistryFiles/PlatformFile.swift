import Diagnostics

/// A platform as its file has it, and what has to be held against other files.
struct ReadPlatform {
  var name: Located<String>
  var target: Located<Target>
  var contacts: [Located<Contact>]
  var moves: [ReadMove]
  /// Everything but the id, which the file's name gives.
  var platform: Platform
}

extension ValueReader where Value == ReadPlatform {
  /// `platforms/<id>.yaml`
  static var platform: Self {
    mapping("platform") { keys in
      let name = keys.required("name", .located(.name), about: "As the policy's tables write it.")
      let target = keys.required("target", .located(.target), about: "What the platform is, apart from its label.")
      let notes = keys.optional(
        "notes", .text, default: "", about: "What the tables say of it at present: CommonMark, without paragraphs.")
      let columns = keys.optional(
        "columns", .columns, default: [:],
        about: "What further columns of the tables say of it at present, by their titles: CommonMark, as in 'notes'.")
      let contacts = keys.optional("contacts", .contacts, default: [], about: "Who answers for it: ids of people.")
      let facts = Facts(keys)
      let moves = keys.required(
        "moves", .moves, about: "Where it has stood, oldest first; the last one is where it stands.")
      keys.reportRepeated(contacts)
      guard let name, let target, let moves else { return nil }
      keys.check(moves)
      return ReadPlatform(
        name: name, target: target, contacts: contacts, moves: moves,
        platform: Platform(
          id: "", name: name.value, target: target.value, notes: notes, columns: columns,
          contacts: contacts.map(\.value), ci: facts.ci, wheels: facts.wheels, demand: facts.demand,
          prerequisites: facts.prerequisites, notices: facts.notices,
          moves: moves.map(\.move), unknownParts: facts.unknownParts))
    }
  }
}

/// What a platform file may leave out.
private struct Facts {
  var ci: [CIJob]
  var wheels: Wheels
  var demand: Demand
  var prerequisites: Prerequisites
  var notices: [Notice]
  var unknownParts: Set<Platform.Part> = []

  init(_ keys: MappingReader) {
    let jobs = keys.optional("ci", .known(.list(of: .ciJob)), default: .known([]), about: "The jobs that test it.")
    let wheels = keys.optional(
      "wheels", .known(.wheels), default: .known(Wheels()), about: "Its wheels, and what builds them.")
    ci = jobs.value ?? []
    self.wheels = wheels.value ?? Wheels()
    if case .unknown = jobs { unknownParts.insert(.ci) }
    if case .unknown = wheels { unknownParts.insert(.wheels) }
    demand = keys.optional(
      "demand", .demand, default: Demand(), about: "How many users it has; tiers with wheels ask for it.")
    prerequisites = keys.optional(
      "prerequisites", .prerequisites, default: Prerequisites(), about: "What supporting it depends on.")
    notices = keys.optional("notices", .list(of: .notice), default: [], about: "Duties that it no longer meets.")
  }
}

extension MappingReader {
  fileprivate func check(_ moves: [ReadMove]) {
    for move in moves { reportRepeated(move.contacts) }
    for (earlier, later) in zip(moves, moves.dropFirst()) {
      if later.date.value < earlier.date.value {
        report(
          .unorderedMoves, "this move of \(later.date.value) stands after one of \(earlier.date.value); sort them",
          at: later.date.range, notes: [Diagnostic.Note("the later one", at: earlier.date.range)])
      }
      if later.to.value == earlier.to.value {
        report(
          .invalidValue, "the platform is in '\(later.to.value)' already; remove this move", at: later.to.range,
          notes: [Diagnostic.Note("it came there here", at: earlier.to.range)])
      }
    }
  }

  fileprivate func reportRepeated(_ contacts: [Located<Contact>]) {
    var first: [String: SourceRange] = [:]
    for contact in contacts {
      guard let other = first[contact.value.person] else {
        first[contact.value.person] = contact.range
        continue
      }
      report(
        .invalidValue, "'\(contact.value.person)' is a contact already; remove it", at: contact.range,
        notes: [Diagnostic.Note("first named here", at: other)])
    }
  }
}

extension ValueReader where Value == [String: String] {
  /// What columns of the policy's tables say, by their titles.
  static var columns: Self {
    ValueReader<[(key: String, value: String)]>.pairs(of: .name, .text)
      .map { Dictionary($0.map { ($0.key, $0.value) }) { first, _ in first } }
  }
}

extension ValueReader where Value == Target {
  fileprivate static var target: Self {
    mapping("target") { keys in
      let os = keys.required("os", .known(.identifier), about: "linux, macos, windows, …; 'any' where all are meant.")
      let architectures = keys.required(
        "arch", .architectures, about: "x86-64, arm64, …, or a list of them; 'any' where all are meant.")
      let libc = keys.optional("libc", .identifier, about: "glibc or musl, where that makes the difference.")
      let abi = keys.optional("abi", .identifier, about: "A further difference of the binary interface: free-threaded.")
      let toolchain = keys.optional("toolchain", .identifier, about: "The compiler, where that makes the difference.")
      let interpreter = keys.required("interpreter", .known(.identifier), about: "cpython, pypy, …")
      guard let os, let architectures, let interpreter else { return nil }
      return Target(
        os: os, architectures: architectures, libc: libc, abi: abi, toolchain: toolchain, interpreter: interpreter)
    }
  }
}

extension ValueReader where Value == Known<[String]> {
  fileprivate static var architectures: Self {
    let list = ValueReader<[String]>.oneOrMore(of: .identifier)
    return Self(schema: list.schema()) { node, faults in
      guard let names = list.read(node, faults) else { return nil }
      guard !names.isEmpty else {
        faults.report(.invalidValue, "no architecture is given; write one, or 'unknown'", at: node.range)
        return nil
      }
      return names == ["unknown"] ? .unknown : .known(names)
    }
  }
}
