import Diagnostics

extension YAMLForm where Value == CIJob {
  static var ciJob: Self {
    mapping("CI job") { keys in
      let repository = keys.optional(
        "repository", .repository, about: "Where the workflow is, when not in the policy's own repository."
      ) { $0.repository }
      let workflow = keys.required("workflow", .name, about: "The workflow's path in its repository.") { $0.workflow }
      let job = keys.required("job", .name, about: "The job's id in the workflow.") { $0.job }
      let matrix = keys.optional(
        "matrix", .oneOrMore(of: .name), default: [], about: "The words of the job's matrix that are this platform's."
      ) { $0.matrix }
      let runner = keys.optional("runner", .name, about: "The machine's label.") { $0.runner }
      let hosting = keys.required("hosting", .word, about: "Who runs the machine.") { $0.hosting }
      let execution = keys.required("execution", .word, about: "How what was built is run, if at all.") { $0.execution }
      let scope = keys.optional("scope", .word, default: .full, about: "Partial testing fulfils no duty.") { $0.scope }
      let cost = keys.optional("cost", .word, default: .free, about: "Paid CI needs a decision of the council.") {
        $0.cost
      }
      let decision = keys.optional("decision", .url, about: "Where the council decided on it.") { $0.decision }
      let blocks = keys.optional(
        "blocks", .known(.flag), default: .unknown, about: "Whether a failure can hold a release back."
      ) { $0.blocks }
      let blocksSource = keys.optional("blocks-source", .url, about: "Where that can be read.") { $0.blocksSource }
      let since = keys.optional("since", .bound, about: "The first day or release that it is there for.") { $0.since }
      let until = keys.optional("until", .bound, about: "The last day or release that it is there for.") { $0.until }
      guard let workflow, let job, let hosting, let execution else { return nil }
      var result = CIJob(workflow: workflow, job: job, hosting: hosting, execution: execution)
      (result.repository, result.matrix, result.runner) = (repository, matrix, runner)
      (result.scope, result.cost, result.decision) = (scope, cost, decision)
      (result.blocks, result.blocksSource, result.since, result.until) = (blocks, blocksSource, since, until)
      return result
    }
  }
}

extension YAMLForm where Value == CIJob.Bound {
  /// `2026-01-30` or `2.6.0`
  fileprivate static var bound: Self {
    scalar(
      "a date such as 2026-01-30 or a version such as 2.6.0",
      schema: .text(Schema.Text(pattern: "^[0-9]+([-.][0-9]+)*((a|b|rc)[0-9]+)?$", mayLookLikeNumber: true)),
      write: { bound in
        switch bound {
        case .day(let day): .bare(day.description)
        case .release(let release): .text(release.description)
        }
      }
    ) { text in
      if let day = CalendarDate(text) { return .day(day) }
      guard let release = ReleaseVersion(text), release.canonical == text else { return nil }
      return .release(release)
    }
  }
}

extension YAMLForm where Value == Wheels {
  static var wheels: Self {
    mapping("wheels section") { keys in
      let tags = keys.optional(
        "tags", .oneOrMore(of: .tagPattern), default: [], about: "Compatibility tags, as in *-*-win32."
      ) { $0.tags }
      let jobs = keys.optional("jobs", .list(of: .ciJob), default: [], about: "What builds the released wheels.") {
        $0.jobs
      }
      let publishing = keys.optional(
        "publishing", .knownWord(Wheels.Publishing.self), default: .unknown, about: "How they come to the index."
      ) { $0.publishing }
      let isPublic = keys.optional(
        "public-build", .known(.flag), default: .unknown, about: "Whether anybody can see them being built."
      ) { $0.isPublicBuild }
      let last = keys.optional("last-release", .version, about: "The last release with wheels, if there are no more.") {
        $0.lastRelease
      }
      return Wheels(tags: tags, jobs: jobs, publishing: publishing, isPublicBuild: isPublic, lastRelease: last)
    }
  }
}

extension YAMLForm where Value == String {
  /// `cp3*-cp3*t-*`
  fileprivate static var tagPattern: Self {
    let part = "[A-Za-z0-9_.*]+"
    return scalar("a pattern of tags such as *-*-win32", schema: .text("^\(part)-\(part)-\(part)$")) { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let areTags = parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { isTagByte($0) }
      }
      return parts.count == 3 && areTags ? text : nil
    }
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "_.*".utf8.contains(byte)
    }
  }
}

extension YAMLForm where Value == Demand {
  static var demand: Self {
    mapping("demand section") { keys in
      let share = keys.optional(
        "share", .known(.percentage), default: .unknown, isAlwaysWritten: true, about: "Percent of users."
      ) { $0.share }
      let date = keys.optional("date", .date, about: "When it was measured.") { $0.date }
      let source = keys.optional("source", .url, about: "Where the figure can be read.") { $0.source }
      let reason = keys.optional("reason", .name, about: "Why a figure under the threshold is enough.") { $0.reason }
      return Demand(share: share, date: date, source: source, reason: reason)
    }
  }
}

/// One prerequisite as a platform's file has it.
struct PrerequisiteRecord: Hashable {
  var state: Known<Prerequisites.State> = .unknown
  var source: Prerequisites.Source?
}

extension YAMLForm where Value == Prerequisites {
  static var prerequisites: Self {
    mapping("prerequisites section") { keys in
      var sources: [String: Prerequisites.Source] = [:]
      func state(
        _ key: String, _ about: String, _ part: @escaping (Prerequisites) -> Known<Prerequisites.State>
      ) -> Known<Prerequisites.State> {
        let record = keys.optional(key, .prerequisite, default: PrerequisiteRecord(), about: about) {
          PrerequisiteRecord(state: part($0), source: $0.sources[key])
        }
        sources[key] = record.source
        return record.state
      }
      var found = Prerequisites(
        cpython: state("cpython", "The interpreter runs there.") { $0.cpython },
        index: state("index", "The index takes wheels for it.") { $0.index },
        cibuildwheel: state("cibuildwheel", "It builds them.") { $0.cibuildwheel },
        manylinux: state("manylinux", "An image and policy of manylinux or musllinux.") { $0.manylinux },
        blas: state("blas", "A BLAS that is easy to integrate.") { $0.blas })
      found.sources = sources
      return found
    }
  }
}

extension YAMLForm where Value == PrerequisiteRecord {
  /// `met`, or with where that can be read: `{met: true, source: "https://…", looked-at: 2026-11-24}`.
  fileprivate static var prerequisite: Self {
    mapping("prerequisite") { keys in
      let isMet = keys.required("met", .flag) { $0.state == .known(.met) }
      let url = keys.required("source", .url, about: "Where that can be read.") { $0.source?.url ?? "" }
      let day = keys.optional("looked-at", .date, about: "When somebody looked there.") { $0.source?.lookedAt }
      guard let isMet, let url else { return nil }
      return PrerequisiteRecord(
        state: .known(isMet ? .met : .unmet), source: Prerequisites.Source(url: url, lookedAt: day))
    }
    .orScalar(
      .knownWord(Prerequisites.State.self), written: { $0.source == nil ? $0.state : nil },
      { PrerequisiteRecord(state: $0) })
  }
}

extension YAMLForm where Value == StatedFact {
  /// An address that shows it, or `{met: false, source: "https://…", looked-at: 2026-11-24}`.
  private static var statedFact: Self {
    mapping("fact") { keys in
      let isMet = keys.required("met", .flag) { $0.isMet }
      let url = keys.required("source", .url, about: "Where that can be read.") { $0.source.url }
      let day = keys.optional("looked-at", .date, about: "When somebody looked there.") { $0.source.lookedAt }
      guard let isMet, let url else { return nil }
      return StatedFact(isMet: isMet, source: Prerequisites.Source(url: url, lookedAt: day))
    }
    .orScalar(.url, written: { $0.isMet && $0.source.lookedAt == nil ? $0.source.url : nil }) {
      StatedFact(isMet: true, source: Prerequisites.Source(url: $0))
    }
  }

  /// By the ids of the duties; written in the order of these.
  static var byDuty: YAMLForm<[String: StatedFact]> {
    let pairs = YAMLForm<[(key: String, value: StatedFact)]>.pairs(of: .identifier, statedFact)
    return YAMLForm<[String: StatedFact]>(
      schema: pairs.schema(),
      write: { facts in pairs.write(facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }
    ) { node, faults in
      pairs.read(node, faults).map { found in
        Dictionary(keepingFirst: found.map { ($0.key, $0.value) })
      }
    }
  }
}

extension YAMLForm where Value == Notice {
  static var notice: Self {
    mapping("notice") { keys in
      let duty = keys.required("duty", .word, about: "What is no longer met.") { $0.duty }
      let since = keys.required("since", .date) { $0.since }
      let announced = keys.optional("announced", .url, about: "Where the community was told.") { $0.announced }
      let remark = keys.optional("remark", .name) { $0.remark }
      guard let duty, let since else { return nil }
      return Notice(duty: duty, since: since, announced: announced, remark: remark)
    }
  }
}
