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

extension ReadPlatform {
  init(_ platform: Platform) {
    name = Located(unplaced: platform.name)
    target = Located(unplaced: platform.target)
    contacts = platform.contacts.map { Located(unplaced: $0) }
    moves = platform.moves.map { ReadMove($0) }
    self.platform = platform
  }
}

extension YAMLForm where Value == ReadPlatform {
  /// `platforms/<id>.yaml`
  static var platform: Self {
    mapping("platform") { keys in
      let name = keys.required("name", .located(.name), about: "As the policy's tables write it.") {
        $0.name
      }
      let target = keys.required("target", .located(.target), about: "What the platform is, apart from its label.") {
        $0.target
      }
      let notes = keys.optional(
        "notes", .text, default: "", about: "What the tables say of it at present: CommonMark, without paragraphs."
      ) { $0.platform.notes }
      let columns = keys.optional(
        "columns", .columns, default: [:],
        about: "What further columns of the tables say of it at present, by their titles: CommonMark, as in 'notes'."
      ) { $0.platform.columns }
      let contacts = keys.optional("contacts", .contacts, default: [], about: "Who answers for it: ids of people.") {
        $0.contacts
      }
      let facts = Facts(keys)
      let moves = keys.required(
        "moves", .moves, about: "Where it has stood, oldest first; the last one is where it stands."
      ) { $0.moves }
      keys.reportRepeated(contacts)
      guard let name, let target, let moves else { return nil }
      keys.check(moves)
      return ReadPlatform(
        name: name, target: target, contacts: contacts, moves: moves,
        platform: Platform(
          id: "", name: name.value, target: target.value, notes: notes, columns: columns,
          contacts: contacts.map { $0.value }, ci: facts.ci, wheels: facts.wheels, demand: facts.demand,
          prerequisites: facts.prerequisites, notices: facts.notices,
          moves: moves.map { $0.move }, unknownParts: facts.unknownParts))
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

  init(_ keys: YAMLKeys<ReadPlatform>) {
    let jobs = keys.optional("ci", .known(.list(of: .ciJob)), default: .known([]), about: "The jobs that test it.") {
      $0.platform.isUnknown(.ci) ? .unknown : .known($0.platform.ci)
    }
    let wheels = keys.optional(
      "wheels", .known(.wheels), default: .known(Wheels()), about: "Its wheels, and what builds them."
    ) { $0.platform.isUnknown(.wheels) ? .unknown : .known($0.platform.wheels) }
    ci = jobs.value ?? []
    self.wheels = wheels.value ?? Wheels()
    if case .unknown = jobs { unknownParts.insert(.ci) }
    if case .unknown = wheels { unknownParts.insert(.wheels) }
    demand = keys.optional(
      "demand", .demand, default: Demand(), isAlwaysWritten: true,
      about: "How many users it has; tiers with wheels ask for it."
    ) { $0.platform.demand }
    prerequisites = keys.optional(
      "prerequisites", .prerequisites, default: Prerequisites(), about: "What supporting it depends on."
    ) { $0.platform.prerequisites }
    notices = keys.optional("notices", .list(of: .notice), default: [], about: "Duties that it no longer meets.") {
      $0.platform.notices
    }
  }
}

extension YAMLKeys {
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

extension YAMLForm where Value == [String: String] {
  /// What columns of the policy's tables say, by their titles; written in the order of these.
  static var columns: Self {
    let pairs = YAMLForm<[(key: String, value: String)]>.pairs(of: .name, .text)
    return Self(
      schema: pairs.schema(),
      write: { columns in pairs.write(columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }
    ) { node, faults in
      pairs.read(node, faults).map { found in
        Dictionary(keepingFirst: found.map { ($0.key, $0.value) })
      }
    }
  }
}

extension YAMLForm where Value == Target {
  fileprivate static var target: Self {
    mapping("target") { keys in
      let os = keys.required("os", .known(.identifier), about: "linux, macos, windows, …; 'any' where all are meant.") {
        $0.os
      }
      let architectures = keys.required(
        "arch", .architectures, about: "x86-64, arm64, …, or a list of them; 'any' where all are meant."
      ) { $0.architectures }
      let libc = keys.optional("libc", .identifier, about: "glibc or musl, where that makes the difference.") {
        $0.libc
      }
      let abi = keys.optional("abi", .identifier, about: "A further difference of the binary interface: free-threaded.")
      {
        $0.abi
      }
      let toolchain = keys.optional("toolchain", .identifier, about: "The compiler, where that makes the difference.") {
        $0.toolchain
      }
      let interpreter = keys.required("interpreter", .known(.identifier), about: "cpython, pypy, …") { $0.interpreter }
      guard let os, let architectures, let interpreter else { return nil }
      return Target(
        os: os, architectures: architectures, libc: libc, abi: abi, toolchain: toolchain, interpreter: interpreter)
    }
  }
}

extension YAMLForm where Value == Known<[String]> {
  fileprivate static var architectures: Self {
    let list = YAMLForm<[String]>.oneOrMore(of: .identifier)
    let unknown = "unknown"
    return Self(schema: list.schema(), write: { list.write($0.value ?? [unknown]) }) { node, faults in
      guard let names = list.read(node, faults) else { return nil }
      guard !names.isEmpty else {
        faults.report(.invalidValue, "no architecture is given; write one, or 'unknown'", at: node.range)
        return nil
      }
      return names == [unknown] ? .unknown : .known(names)
    }
  }
}
