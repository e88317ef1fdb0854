extension Platform {
  /// Everything but the id, which the file's name gives.
  var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("name", text: name)
    fields.add("target", .mapping(target.fields))
    if !notes.isEmpty { fields.add("notes", text: notes) }
    fields.add(columns: columns)
    fields.add("contacts", list: contacts, \.value)
    if isUnknown(.ci) { fields.add("ci", .unknown) } else { fields.add("ci", list: ci) { .mapping($0.fields) } }
    if isUnknown(.wheels) {
      fields.add("wheels", .unknown)
    } else if wheels != Wheels() {
      fields.add("wheels", .mapping(wheels.fields))
    }
    fields.add("demand", .mapping(demand.fields))
    if prerequisites != Prerequisites() { fields.add("prerequisites", .mapping(prerequisites.fields)) }
    fields.add("notices", list: notices) { .mapping($0.fields) }
    fields.add("moves", .list(moves.map { .mapping($0.fields) }))
    return fields
  }
}

extension YAMLFields {
  /// In the order of their titles; nothing where there are none.
  fileprivate mutating func add(columns: [String: String]) {
    guard !columns.isEmpty else { return }
    var fields = YAMLFields()
    for (title, text) in columns.sorted(by: { $0.key < $1.key }) { fields.add(title, text: text) }
    add("columns", .mapping(fields))
  }
}

extension Target {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("os", .known(os) { .text($0) })
    fields.add("arch", .known(architectures) { .oneOrMore($0.map { .text($0) }) })
    fields.add("libc", text: libc)
    fields.add("abi", text: abi)
    fields.add("toolchain", text: toolchain)
    fields.add("interpreter", .known(interpreter) { .text($0) })
    return fields
  }
}

extension Contact {
  /// The person's id where nothing more is known.
  fileprivate var value: YAMLValue {
    if self == Contact(person: person) { return .text(person) }
    var fields = YAMLFields()
    fields.add("person", text: person)
    fields.add("role", role) { .word($0) }
    fields.add("acknowledged", acknowledgement.value) { acknowledgement in
      var fields = YAMLFields()
      fields.add("date", .date(acknowledgement.date))
      fields.add("url", text: acknowledgement.url)
      return .mapping(fields)
    }
    fields.add("confirmed", confirmed) { .date($0) }
    fields.add("employment", employment.value) { .word($0) }
    return .mapping(fields)
  }
}

extension CIJob {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("repository", text: repository)
    fields.add("workflow", text: workflow)
    fields.add("job", text: job)
    fields.add("matrix", oneOrMore: matrix) { .text($0) }
    fields.add("runner", text: runner)
    fields.add("hosting", .word(hosting))
    fields.add("execution", .word(execution))
    if scope != .full { fields.add("scope", .word(scope)) }
    if cost != .free { fields.add("cost", .word(cost)) }
    fields.add("decision", text: decision)
    if blocks != .known(true) { fields.add("blocks", .known(blocks) { .flag($0) }) }
    return fields
  }
}

extension Wheels {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("tags", oneOrMore: tags) { .text($0) }
    fields.add("jobs", list: jobs) { .mapping($0.fields) }
    fields.add("publishing", publishing.value) { .word($0) }
    fields.add("public-build", isPublicBuild.value) { .flag($0) }
    fields.add("last-release", text: lastRelease?.description)
    return fields
  }
}

extension Demand {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("share", .known(share) { .bare(YAMLScalar.written($0)) })
    fields.add("date", date) { .date($0) }
    fields.add("source", text: source)
    fields.add("reason", text: reason)
    return fields
  }
}

extension Prerequisites {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("cpython", cpython.value) { .word($0) }
    fields.add("index", index.value) { .word($0) }
    fields.add("cibuildwheel", cibuildwheel.value) { .word($0) }
    fields.add("manylinux", manylinux.value) { .word($0) }
    fields.add("blas", blas.value) { .word($0) }
    return fields
  }
}

extension Notice {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("duty", .word(duty))
    fields.add("since", .date(since))
    fields.add("announced", text: announced)
    fields.add("remark", text: remark)
    return fields
  }
}

extension Move {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("date", .date(date))
    fields.add("to", text: to)
    fields.add("release", text: release?.description)
    fields.add("pull-request", oneOrMore: pullRequests, \.value)
    fields.add("issue", oneOrMore: issues, \.value)
    fields.add("mailing-list", oneOrMore: mailingList) { .text($0) }
    fields.add("council", text: council)
    fields.add("announcement", text: announcement)
    fields.add("remark", text: remark)
    fields.add("notes", text: notes)
    fields.add(columns: columns)
    // An empty list says that there was nobody; without the key the contacts are those of now.
    fields.add("contacts", contacts) { .list($0.map(\.value)) }
    return fields
  }
}

extension IssueReference {
  fileprivate var value: YAMLValue {
    switch self {
    case .number(let number): .bare(String(number))
    case .url(let url): .text(url)
    }
  }
}
