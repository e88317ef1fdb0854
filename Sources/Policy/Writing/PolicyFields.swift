extension Policy {
  var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("id", text: id)
    fields.add("name", text: name)
    fields.add("url", text: url)
    if identity != [.platform] { fields.add("identity", .oneOrMore(identity.map { .word($0) })) }
    fields.add("tiers", .list(tiers.map { .mapping($0.fields) }))
    fields.add("unsupported", list: unsupportedLists) { .mapping($0.fields) }
    fields.add("moves", list: moveDemands) { .mapping($0.fields) }
    fields.add("demand-threshold", demandThreshold) { .bare(YAMLScalar.written($0)) }
    if document != DocumentConventions() { fields.add("document", .mapping(document.fields)) }
    fields.add("release-cycles", list: releaseCycles) { .mapping($0.fields) }
    return fields
  }
}

extension Tier {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("id", text: id)
    fields.add("name", text: name)
    listing.add(to: &fields, name: name)
    fields.add("ci", duties.ci) { .mapping($0.fields) }
    if duties.wheels != WheelDuty(.unstated, because: "") { fields.add("wheels", .mapping(duties.wheels.fields)) }
    if duties.blocking != BlockingDuty([], because: "") {
      fields.add("blocks-release", .mapping(duties.blocking.fields))
    }
    if duties.contacts != ContactDuty(minimum: 0, because: "") {
      fields.add("contacts", .mapping(duties.contacts.fields))
    }
    return fields
  }
}

extension UnsupportedList {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("id", text: id)
    fields.add("name", text: name)
    fields.add("kind", .word(kind))
    listing.add(to: &fields, name: name)
    return fields
  }
}

extension TierSection {
  /// - Parameter name: the place's own, which is its heading where nothing else is said.
  fileprivate func add(to fields: inout YAMLFields, name: String) {
    if headings != [name] { fields.add("heading", .oneOrMore(headings.map { .text($0) })) }
    fields.add("introduced-by", oneOrMore: introducedBy) { .text($0) }
    fields.add("columns", .list(columns.map(\.value)))
    fields.add("row-filter", rowFilter) { filter in
      var fields = YAMLFields()
      fields.add("column", text: filter.column)
      fields.add("text", text: filter.text)
      return .mapping(fields)
    }
    if !isRequired { fields.add("required", .flag(false)) }
  }
}

extension Column {
  /// The title alone where that says it all.
  fileprivate var value: YAMLValue {
    let isUsual = role == ValueReader<Column>.usualRole(of: title)
    if isUsual, otherTitles.isEmpty, isRequired { return .text(title) }
    var fields = YAMLFields()
    fields.add("title", text: title)
    fields.add("also", oneOrMore: otherTitles) { .text($0) }
    if !isUsual { fields.add("role", .word(role)) }
    if !isRequired { fields.add("required", .flag(false)) }
    return .mapping(fields)
  }
}

extension CIDuty {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("accepted", .oneOrMore(accepted.map { .word($0) }))
    fields.add("by-exception", oneOrMore: byException) { .word($0) }
    fields.add(because: because)
    return fields
  }
}

extension WheelDuty {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("kind", .word(kind))
    fields.add(because: because)
    return fields
  }
}

extension BlockingDuty {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("causes", .oneOrMore(causes.map { .word($0) }))
    fields.add(because: because)
    return fields
  }
}

extension ContactDuty {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    if isShared { fields.add("shared", .flag(true)) }
    if !isShared || minimum > 0 { fields.add("minimum", .bare(String(minimum))) }
    if roles != ContactRole.allCases { fields.add("roles", .oneOrMore(roles.map { .word($0) })) }
    fields.add(because: because)
    return fields
  }
}

extension MoveDemand {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("kind", .word(kind))
    if onlyWithWheels { fields.add("only-with-wheels", .flag(true)) }
    fields.add("evidence", .oneOrMore(evidence.map { .word($0) }))
    fields.add(because: because)
    return fields
  }
}

extension YAMLFields {
  /// A duty without a reason gets the reader's.
  fileprivate mutating func add(because reason: String) {
    if !reason.isEmpty { add("because", text: reason) }
  }
}

extension DocumentConventions {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("issues", issueRepository) { repository in
      var fields = YAMLFields()
      fields.add("repository", text: repository)
      fields.add("prefixes", .oneOrMore(issuePrefixes.map { .text($0) }))
      return .mapping(fields)
    }
    fields.add("mailing-list", mailingList) { .text($0) }
    fields.add("header", list: header, \.written)
    fields.add("numbering", numbering) { numbering in
      var fields = YAMLFields()
      fields.add("file", text: numbering.filePrefix)
      fields.add("label", text: numbering.labelPrefix)
      fields.add("title", text: numbering.titlePrefix)
      fields.add("separator", text: numbering.titleSeparator)
      return .mapping(fields)
    }
    return fields
  }
}

extension HeaderFieldRule {
  /// The name alone where that says it all.
  fileprivate var written: YAMLValue {
    if self == HeaderFieldRule(name, .text) { return .text(name) }
    var fields = YAMLFields()
    fields.add("name", text: name)
    switch value {
    case .text: break
    case .oneOf(let words): fields.add("one-of", .oneOrMore(words.map { .text($0) }))
    case .date: fields.add("type", .word(HeaderFieldType.date))
    case .link(let words):
      fields.add("type", .word(HeaderFieldType.link))
      fields.add("or", oneOrMore: words) { .text($0) }
    }
    if !isRequired, requiredWhen == nil { fields.add("required", .flag(false)) }
    fields.add("required-when", requiredWhen) { condition in
      var fields = YAMLFields()
      fields.add("field", text: condition.field)
      fields.add("values", .oneOrMore(condition.values.map { .text($0) }))
      return .mapping(fields)
    }
    return .mapping(fields)
  }
}

extension ReleaseCycle {
  fileprivate var fields: YAMLFields {
    var fields = YAMLFields()
    fields.add("release", text: release.description)
    fields.add("start", .date(start))
    fields.add("mid-cycle", .date(middle))
    fields.add("first-release-candidate", .date(firstCandidate))
    return fields
  }
}
