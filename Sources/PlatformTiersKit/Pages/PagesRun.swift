package import Policy
package import Rendering

/// What `pages` is asked to do; paths as they were given.
package struct PagesRequest: Sendable {
  package var format = PageFormat.html
  /// The folder that the pages are written to.
  package var output: String
  /// What decides which moves are in force.
  package var moment: RegistryMoment
  /// What evidence shows at that moment; nil for pages of what the registry records alone.
  package var audit: PagesAudit?
  /// Files of the project's own: a stylesheet for HTML, and markup of the pages' format for the start and end of each.
  package var stylesheet: String?
  package var header: String?
  package var footer: String?

  package init(output: String, moment: RegistryMoment) {
    self.output = output
    self.moment = moment
  }
}

/// Writes the set of files that `pages` is asked for.
package enum PagesRun {
  /// Writes the pages, and says how many changed.
  ///
  /// - Throws: before anything is written, when a file of the project's cannot be read or one that this tool did not
  ///   write is in the way.
  package static func write(_ registry: Registry, _ request: PagesRequest) throws(RunFailure) {
    let site = RegistryPages(registry, at: request.moment, audit: request.audit)
    var frame = site.frame
    frame.header = try markup(request.header)
    frame.footer = try markup(request.footer)
    var files: [PageFile] = []
    if request.format == .html {
      files.append(PageFile(PageStylesheet.fileName.description, PageStylesheet.bytes))
      if let path = request.stylesheet {
        frame.hasProjectStylesheet = true
        let copy = PageStylesheet.copy(try FileReader.read(path))
        files.append(PageFile(PageStylesheet.projectFileName.description, copy))
      }
    }
    files.append(PageFile(PlatformsFile.name.description, PlatformsFile.bytes(site, besides: request.format)))
    for page in site.pages {
      files.append(
        PageFile(
          page.path.text + request.format.ending, PageRenderer.render(page, as: request.format, in: frame)))
    }
    try PageFolder(request.output).write(files, ending: request.format.ending)
  }

  private static func markup(_ path: String?) throws(RunFailure) -> ProjectMarkup? {
    guard let path else { return nil }
    guard let markup = ProjectMarkup(try FileReader.read(path)) else {
      throw .cannotRun("'\(path)' is not UTF-8; save it as UTF-8")
    }
    return markup
  }
}
