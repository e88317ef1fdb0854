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
  /// What is known of where the registry is from, and of where the pages will be.
  package var source = RegistrySource()

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
    let site = RegistryPages(registry, at: request.moment, audit: request.audit, source: request.source)
    var frame = site.frame
    frame.header = try markup(request.header)
    frame.footer = try markup(request.footer)
    let files = try looks(request, &frame) + files(of: site, as: request.format, in: frame)
    try PageFolder(request.output).write(files, ending: request.format.ending)
  }

  /// All files of a set but the stylesheets.
  package static func files(of site: RegistryPages, as format: PageFormat, in frame: PageFrame) -> [PageFile] {
    var files = [PageFile(PlatformsFile.name.description, PlatformsFile.bytes(site, besides: format))]
    files += InterfaceFiles(site, besides: format).files
    files.append(PageFile(MovesFeed.file.name, MovesFeed(of: site).bytes))
    files.append(PageFile(DuePage.file.name, DuePage(of: site).calendar))
    if let chart = RegistryTimeline(site).chart { files.append(PageFile(RegistryTimeline.file.name, chart.svg)) }
    let pages = site.pages
    if format == .html {
      let embedded = IndexPage(of: site).embedded
      files.append(PageFile("embed.html", PageRenderer.render(embedded, as: .html, in: frame)))
      if let sitemap = frame.sitemap(of: pages.map(\.path)) { files.append(PageFile("sitemap.xml", sitemap)) }
    }
    return files
      + pages.map { PageFile($0.path.text + format.ending, PageRenderer.render($0, as: format, in: frame)) }
  }

  /// The stylesheets.
  private static func looks(_ request: PagesRequest, _ frame: inout PageFrame) throws(RunFailure) -> [PageFile] {
    switch request.format {
    case .markdown: return []
    case .rst: return [PageFile(PageStylesheet.fileName.description, PageStylesheet.plainBytes)]
    case .html:
      let own = PageFile(PageStylesheet.fileName.description, PageStylesheet.bytes)
      guard let path = request.stylesheet else { return [own] }
      frame.hasProjectStylesheet = true
      let copy = PageStylesheet.copy(try FileReader.read(path))
      return [own, PageFile(PageStylesheet.projectFileName.description, copy)]
    }
  }

  private static func markup(_ path: String?) throws(RunFailure) -> ProjectMarkup? {
    guard let path else { return nil }
    guard let markup = ProjectMarkup(try FileReader.read(path)) else {
      throw .cannotRun("'\(path)' is not UTF-8; save it as UTF-8")
    }
    return markup
  }
}
