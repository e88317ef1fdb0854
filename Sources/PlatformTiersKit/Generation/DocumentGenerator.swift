package import Checks
package import Diagnostics
package import Documents
import Policy
import Rendering

/// Writes a registry's tables into documents: into those that stand under the headings of the policy, and into regions.
package struct DocumentGenerator: Sendable {
  private let tables: RegistryTables
  private let isForced: Bool

  /// - Parameter isForced: whether regions changed by hand are overwritten.
  package init(_ tables: RegistryTables, isForced: Bool = false) {
    self.tables = tables
    self.isForced = isForced
  }

  package func generate(_ file: SourceFile, as format: DocumentFormat) -> GeneratedDocument {
    generate(LocatedDocument(file, as: format, policy: tables.registry.policy))
  }

  /// Equal input gives equal output, and what is written is up to date.
  ///
  /// - Parameter read: located by the registry's policy.
  package func generate(_ read: LocatedDocument) -> GeneratedDocument {
    let file = read.file
    var document = read.document
    let format = document.format
    var result = GeneratedDocument(file)
    let places = tables.registry.policy.places
    let (regions, faults) = RegionFinder.find(in: file, as: format, known: Set(places.map(\.id)))
    guard faults.isEmpty else {
      result.refused = faults.map { MalformedRegion.diagnostic($0, in: file) }
      return result
    }
    // What stands in a region goes with it, and nothing outside may rely on it.
    document.targets.removeAll { regions.contains($0.range.start.line) }
    var rewriter = TableRewriter(file, document)
    rewrite(read.located.listings, in: document, besides: regions, by: &rewriter, &result)
    result.stale = rewriter.rewritten.map { StaleRegion.table($0, in: file) }
    let rewritten = rewrite(regions, of: document, in: file, &result)
    let edits = rewriter.edits + rewritten
    guard !edits.isEmpty else { return result }
    let (bytes, applied) = file.applying([Fix(.safe, "generate", edits: edits)])
    result.bytes = bytes
    if applied.isEmpty { result.unwritten.append("two tables share lines, and nothing is written") }
    return result
  }

  private func rewrite(
    _ listings: [LocatedListing], in document: PolicyDocument, besides regions: [Region],
    by rewriter: inout TableRewriter, _ result: inout GeneratedDocument
  ) {
    var listed: [ListedTable] = []
    var last: [String: Int] = [:]
    for listing in listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices where !regions.contains(document.tables[index].range.start.line) {
        last[listing.place.id] = index
        if let known = listed.firstIndex(where: { $0.index == index }) {
          listed[known].add(listing)
        } else {
          listed.append(ListedTable(index, of: document, listing: listing))
        }
      }
    }
    // Of a place's several tables each keeps its rows, and the last takes what is new.
    let elsewhere = listed.map(\.platforms)
    for (position, table) in listed.enumerated() {
      let rows = table.rows(tables) { platform, place in
        guard table.index == last[place.id] else { return elsewhere[position].contains(platform) }
        return !listed.indices.contains { other in
          other != position && listed[other].shows(place) && elsewhere[other].contains(platform)
        }
      }
      if !rewriter.rewrite(table.index, rows: rows, key: table.key) {
        result.unwritten.append("the table on line \(document.tables[table.index].range.start.line) stands in a cell")
      }
    }
    if !listings.isEmpty { result.unwritten += unwritten(Set(last.keys).union(regions.map(\.id)), listings) }
  }

  /// The places with platforms that no table of the document takes, and no list has as the registry does.
  private func unwritten(_ written: Set<String>, _ listings: [LocatedListing]) -> [String] {
    tables.registry.policy.places.compactMap { place in
      let count = tables.standings(in: place).count
      guard count > 0, !written.contains(place.id) else { return nil }
      let lists = listings.filter { listing in
        if case .lists = listing.form { listing.place.id == place.id } else { false }
      }
      let hasList = !lists.isEmpty
      if hasList, tables.agree(with: lists.flatMap(\.rows), in: place) { return nil }
      return "'\(place.name)' has " + (hasList ? "a list in place of a table" : "no table")
        + ", and the registry has \(count == 1 ? "one platform" : "\(count) platforms") there"
    }
  }

  private func rewrite(
    _ regions: [Region], of document: PolicyDocument, in file: SourceFile, _ result: inout GeneratedDocument
  ) -> [TextEdit] {
    guard !regions.isEmpty else { return [] }
    var outside = document
    var contents: [String: [UInt8]] = [:]
    for region in regions {
      guard let place = tables.registry.policy.place(region.id) else { continue }
      let rendered = TableRenderer.render(
        tables.content(of: place), as: document.format == .markdown ? .markdown : .grid,
        targets: LinkTargets(of: outside))
      contents[region.id] = rendered.withTargets
      outside.targets += rendered.addedTargets.map {
        LinkTarget(kind: .external, name: $0.name.lowercased(), text: $0.name, uri: $0.uri, range: .fileStart)
      }
    }
    let rewritten = RegionRewriter(file, as: document.format, isForced: isForced).rewrite(regions, contents: contents)
    let refused = Set(rewritten.refused.map(\.id))
    result.refused = rewritten.refused.map { StaleRegion.edited($0, in: file) }
    result.stale += rewritten.stale.filter { !refused.contains($0.id) }.map { StaleRegion.region($0, in: file) }
    return rewritten.edits
  }
}

extension [Region] {
  func contains(_ line: Int) -> Bool { contains { $0.beginLine <= line && line <= $0.endLine } }
}
