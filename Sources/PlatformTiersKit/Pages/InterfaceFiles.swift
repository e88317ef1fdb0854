import Diagnostics
import Policy
import Rendering

/// The files that programs read of each platform, and their description.
struct InterfaceFiles {
  static let description = StaticFile("api/v1/openapi.json")
  private static let folder = "api/v1/"

  private let site: RegistryPages
  private let format: PageFormat

  init(_ site: RegistryPages, besides format: PageFormat) {
    self.site = site
    self.format = format
  }

  var files: [PageFile] {
    let platforms = site.reports.map { report in
      PageFile(
        "\(Self.folder)platforms/\(site.path(of: report.platform).name).json",
        PlatformsFile.bytes(of: report, site, besides: format))
    }
    return platforms + badges + [
      PageFile(Self.description.name, openAPI),
      PageFile(Self.folder + "platforms.schema.json", PlatformsFile.schema),
    ]
  }

  // MARK: Badges

  /// For each platform a picture, and for shields.io what it makes pictures of.
  private var badges: [PageFile] {
    site.reports.flatMap { report -> [PageFile] in
      let name = site.path(of: report.platform).name
      let facts = PlatformFacts(report, of: site)
      let subject = [site.project, report.platform.name].compactMap { $0 }.joined(separator: " on ")
      let place = report.place?.standing ?? "unlisted"
      let tone = report.place.map(site.tone) ?? .unsupported
      let install = facts.installText.saysNothing ? "unknown" : facts.installText.text
      return [
        PageFile("badges/\(name).svg", PageBadge(label: subject, message: place, tone: tone).svg),
        PageFile("badges/tier/\(name).json", endpoint(subject, place, tone)),
        PageFile(
          "badges/wheels/\(name).json",
          endpoint(subject, install, facts.install == .wheels ? .met : .unsupported)),
      ]
    }
  }

  /// What shields.io reads from an endpoint; it takes no further members.
  private func endpoint(_ label: String, _ message: String, _ tone: PageTone) -> [UInt8] {
    var json = JSONWriter()
    json.object(.line) { json in
      json.key("schemaVersion")
      json.value(1)
      json.member("label", VisibleText.of(label))
      json.member("message", VisibleText.of(message))
      json.member("color", tone.colour)
    }
    return json.finished()
  }

  // MARK: Description

  private var openAPI: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("openapi", "3.1.0")
      json.key("info")
      json.object { json in
        json.member("title", VisibleText.of(site.title))
        json.member("version", "1")
        json.member(
          "description", "Files that \(PageRenderer.mark) wrote from the registry. They are read as they are.")
      }
      json.key("servers")
      json.array { json in
        json.object(.line) { $0.member("url", site.source.address ?? "../../") }
      }
      json.key("paths")
      json.object { json in
        operation("/platforms.json", "platforms", "All facts", schema: "platforms.schema.json", to: &json)
        operation(
          "/api/v1/platforms/{id}.json", "platform", "The facts of one platform",
          schema: "platforms.schema.json#/$defs/platform", hasID: true, to: &json)
        operation(
          "/badges/tier/{id}.json", "tierBadge", "Where a platform stands, for shields.io", hasID: true, to: &json)
        operation(
          "/badges/wheels/{id}.json", "wheelBadge", "What an installer gets, for shields.io", hasID: true, to: &json)
      }
    }
    return json.finished()
  }

  private func operation(
    _ path: String, _ id: String, _ summary: String, schema: String? = nil, hasID: Bool = false,
    to json: inout JSONWriter
  ) {
    json.key(path)
    json.object { json in
      json.key("get")
      json.object { json in
        json.member("operationId", id)
        json.member("summary", summary)
        if hasID { parameter(to: &json) }
        json.key("responses")
        json.object { json in
          json.key("200")
          json.object { json in
            json.member("description", summary)
            json.key("content")
            json.object { json in
              json.key("application/json")
              json.object { json in
                json.key("schema")
                json.object(.line) { json in
                  if let schema { json.member("$ref", schema) } else { json.member("type", "object") }
                }
              }
            }
          }
        }
      }
    }
  }

  private func parameter(to json: inout JSONWriter) {
    json.key("parameters")
    json.array { json in
      json.object { json in
        json.member("name", "id")
        json.member("in", "path")
        json.key("required")
        json.value(true)
        json.key("schema")
        json.object { json in
          json.member("type", "string")
          json.member("enum", strings: site.reports.map { site.path(of: $0.platform).name })
        }
      }
    }
  }
}
