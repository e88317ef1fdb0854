import Checks
import Diagnostics
import Evidence
import Policy
package import Rendering

/// The facts of the pages for programs. `docs/platforms.schema.json` describes them.
package enum PlatformsFile {
  package static let name: StaticString = "platforms.json"
  /// Rises when a member goes or means something else; more members may come without.
  static let version = 2

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
      json.member("at", site.moment.asked?.description)
      json.member("release", site.moment.release?.description)
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
        for report in site.reports {
          json.object { json in
            json.member("id", report.platform.id)
            json.member("name", report.platform.name)
            json.member("page", site.path(of: report.platform).text + format.ending)
            report.writeFacts(to: &json)
            if let audit = report.audit {
              json.key("audit")
              json.object { json in
                json.member("releasePlace", audit.releasePlace?.id)
                audit.writeEvidence(to: &json)
              }
            }
          }
        }
      }
    }
    return json.finished()
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
