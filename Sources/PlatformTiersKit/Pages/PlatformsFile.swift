import Checks
import Diagnostics
import Evidence
import Policy
package import Rendering

/// The facts of the pages for programs. `platforms.schema.json` beside this file describes them.
package enum PlatformsFile {
  package static let name: StaticString = "platforms.json"
  /// Rises when a member goes or means something else; more members may come without.
  static let version = 2

  /// What describes it.
  static var schema: [UInt8] { PackageResources.platforms_schema_json }

  /// - Parameter format: the format of the pages that it names.
  package static func bytes(_ site: RegistryPages, besides format: PageFormat) -> [UInt8] {
    let policy = site.registry.policy
    var json = JSONWriter()
    json.object { json in
      json.member("generator", PageRenderer.mark.description)
      json.member("version", version)
      json.key("policy")
      json.object { json in
        json.member("id", policy.id)
        json.member("name", policy.name)
        json.member("url", policy.url)
      }
      json.member("project", site.project)
      json.member("at", site.moment.asked?.description)
      json.member("release", site.moment.release?.description)
      json.key("asOf")
      json.object(.line) { json in
        json.member("day", site.asOf?.description)
        json.member("commit", site.source.commit)
      }
      if let audit = site.audit {
        json.key("audit")
        json.object { audit.write(to: &$0) }
      }
      json.key("places")
      json.array { json in
        for place in policy.places { write(place, of: site, format, to: &json) }
      }
      json.key("platforms")
      json.array { json in
        for report in site.reports { write(report, of: site, format, to: &json) }
      }
    }
    return json.finished()
  }

  /// The facts of one platform in a file.
  static func bytes(of report: PlatformReport, _ site: RegistryPages, besides format: PageFormat) -> [UInt8] {
    var json = JSONWriter()
    write(report, of: site, format, to: &json)
    return json.finished()
  }

  private static func write(
    _ report: PlatformReport, of site: RegistryPages, _ format: PageFormat, to json: inout JSONWriter
  ) {
    let facts = PlatformFacts(report, of: site)
    json.object { json in
      json.member("generator", PageRenderer.mark.description)
      json.member("id", report.platform.id)
      json.member("name", report.platform.name)
      json.member("page", site.path(of: report.platform).text + format.ending)
      facts.write(to: &json)
      report.writeFacts(to: &json, naming: site.audit?.published)
      if let audit = report.audit {
        json.key("audit")
        json.object { json in
          json.member("releasePlace", audit.releasePlace?.id)
          audit.writeEvidence(to: &json, naming: site.audit?.published)
        }
      }
    }
  }

  private static func write(
    _ place: Place, of site: RegistryPages, _ format: PageFormat, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", place.id)
      json.member("name", place.name)
      json.member("kind", place.kindName)
      json.member("page", site.path(of: place).text + format.ending)
      json.member("platforms", strings: site.reports(in: place).map { $0.platform.id })
      json.key("duties")
      guard let duties = place.tier?.duties else { return json.value(nil) }
      json.object { write(duties, to: &$0) }
    }
  }

  private static func write(_ duties: Duties, to json: inout JSONWriter) {
    json.key("ci")
    if let ci = duties.ci {
      json.object { json in
        json.member("accepted", strings: ci.accepted.map { $0.rawValue })
        json.member("byException", strings: ci.byException.map { $0.rawValue })
        json.member("policy", ci.because)
      }
    } else {
      json.value(nil)
    }
    json.key("wheels")
    json.object { json in
      json.member("kind", duties.wheels.kind.rawValue)
      json.member("policy", duties.wheels.because)
    }
    json.key("blocksRelease")
    json.object { json in
      json.member("causes", strings: duties.blocking.causes.map { $0.rawValue })
      json.member("policy", duties.blocking.because)
    }
    json.key("contacts")
    json.object { json in
      json.member("minimum", duties.contacts.minimum)
      json.member("roles", strings: duties.contacts.roles.map { $0.rawValue })
      json.key("shared")
      json.value(duties.contacts.isShared)
      json.member("policy", duties.contacts.because)
    }
  }
}

extension PlatformFacts {
  fileprivate func write(to json: inout JSONWriter) {
    json.key("install")
    json.object(.line) { json in
      json.member("state", install.word)
      json.member("pythons", strings: report.audit?.coverage?.served.map(\.name) ?? [])
      json.member("needs", needs.saysNothing ? nil : needs.text)
      json.member("since", wheelsSince.saysNothing ? nil : wheelsSince.text)
      json.member("until", wheelsEnd?.description)
    }
    json.member("ahead", strings: ahead.map(\.text))
  }
}

extension PlatformFacts.Install {
  fileprivate var word: String {
    switch self {
    case .wheels: "wheels"
    case .source: "source"
    case .nothing: "nothing"
    case .unknown: "unknown"
    case .promised: "promised"
    case .notPromised: "not-promised"
    case .unstated: "unstated"
    }
  }
}
