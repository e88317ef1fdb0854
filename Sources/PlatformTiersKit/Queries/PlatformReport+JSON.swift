import Checks
import Diagnostics
import Policy

extension PlatformReport {
  /// One object; what is unknown or does not apply is `null`.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", platform.id)
      json.member("name", platform.name)
      json.member("at", moment.asked?.description)
      json.member("release", moment.release?.description)
      writeFacts(to: &json)
    }
    return json.finished()
  }

  /// The members of the object from the place on.
  func writeFacts(to json: inout JSONWriter) {
    json.place(place, since: move)
    json.target(platform.target)
    json.member("notes", platform.notes)
    json.columns(platform.columns)
    json.verdicts("duties", duties?.verdicts)
    writeNext(to: &json)
    writeContacts(to: &json)
    json.jobs("ci", platform.isUnknown(.ci) ? nil : platform.ci)
    writeWheels(to: &json)
    writeDemand(to: &json)
    writeNotices(to: &json)
    writeMoves("moves", moves, to: &json)
    writeMoves("coming", coming, to: &json)
  }

  private func writeNext(to json: inout JSONWriter) {
    json.key("next")
    guard let next else { return json.value(nil) }
    json.object { json in
      json.member("id", next.tier.id)
      json.member("name", next.tier.name)
      json.verdicts("missing", next.open)
      json.member("move", strings: moveDemands.map { $0.because })
    }
  }

  private func writeContacts(to json: inout JSONWriter) {
    json.key("contacts")
    json.array { json in
      for contact in platform.contacts {
        let person = registry.people[contact.person]
        json.object(.line) { json in
          json.member("id", contact.person)
          json.member("name", person?.name)
          json.member("handle", person?.handle.value)
          json.member("role", registry.role(of: contact).value?.rawValue)
          json.member("acknowledged", contact.acknowledgement.value?.date.description)
          json.member("acknowledgement", contact.acknowledgement.value?.url)
          json.member("confirmed", contact.confirmed?.description)
          json.member("employment", contact.employment.value?.rawValue)
        }
      }
    }
  }

  private func writeWheels(to json: inout JSONWriter) {
    json.key("wheels")
    if platform.isUnknown(.wheels) { return json.value(nil) }
    json.object { json in
      json.member("tags", strings: platform.wheels.tags)
      json.jobs("jobs", platform.wheels.jobs)
      json.member("publishing", platform.wheels.publishing.value?.rawValue)
      json.member("publicBuild", platform.wheels.isPublicBuild)
      json.member("lastRelease", platform.wheels.lastRelease?.description)
    }
  }

  private func writeDemand(to json: inout JSONWriter) {
    json.key("demand")
    json.object(.line) { json in
      json.key("share")
      if let share = platform.demand.share.value { json.value(share) } else { json.value(nil) }
      json.member("date", platform.demand.date?.description)
      json.member("source", platform.demand.source)
      json.member("reason", platform.demand.reason)
    }
  }

  private func writeNotices(to json: inout JSONWriter) {
    json.key("notices")
    json.array { json in
      for notice in platform.notices {
        json.object(.line) { json in
          json.member("duty", notice.duty.rawValue)
          json.member("since", notice.since.description)
          json.member("announced", notice.announced)
          json.member("remark", notice.remark)
        }
      }
    }
  }

  private func writeMoves(_ name: String, _ moves: [Move], to json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for move in moves {
        json.object { json in
          json.member("date", move.date.description)
          json.member("to", move.to)
          json.member("release", move.release?.description)
          json.key("links")
          json.array { json in
            for link in links(of: move) {
              json.object(.line) { json in
                json.member("kind", link.kind)
                json.member("url", link.uri)
              }
            }
          }
          json.member("remark", move.remark)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func jobs(_ name: String, _ jobs: [CIJob]?) {
    key(name)
    guard let jobs else { return value(nil) }
    array { json in
      for job in jobs {
        json.object { json in
          json.member("repository", job.repository)
          json.member("workflow", job.workflow)
          json.member("job", job.job)
          json.member("matrix", strings: job.matrix)
          json.member("runner", job.runner)
          json.member("hosting", job.hosting.rawValue)
          json.member("execution", job.execution.rawValue)
          json.member("scope", job.scope.rawValue)
          json.member("cost", job.cost.rawValue)
          json.member("decision", job.decision)
          json.member("blocks", job.blocks)
          json.member("blocksSource", job.blocksSource)
          json.member("since", job.since?.description)
          json.member("until", job.until?.description)
        }
      }
    }
  }

  fileprivate mutating func member(_ name: String, _ flag: Known<Bool>) {
    key(name)
    if let flag = flag.value { value(flag) } else { value(nil) }
  }
}
