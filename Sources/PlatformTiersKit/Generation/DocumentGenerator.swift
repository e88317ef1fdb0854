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

  /// Equal input gives equal output, and what is written is read back: it is up to date and has nothing amiss that the
  /// document had not. Where something cannot be written without loss, all stays as it is.
  ///
  /// - Parameter read: located by the registry's policy.
  package func generate(_ read: LocatedDocument) -> GeneratedDocument {
    let (file, format) = (read.file, read.document.format)
    let regions = regions(of: file, as: format)
    guard regions.faults.isEmpty else {
      return GeneratedDocument(file, refused: regions.faults.map { MalformedRegion.diagnostic($0, in: file) })
    }
    let attempt = attempt(read, regions.found)
    guard !attempt.edits.isEmpty else { return attempt.result }
    if let refusal = refusal(of: attempt, in: file, as: format) ?? repetition(of: attempt, in: file, as: format) {
      return GeneratedDocument(file, refused: [UnwritableTable.diagnostic(refusal.reason, at: refusal.range, in: file)])
    }
    return attempt.result
  }

  package func generate(_ file: SourceFile, as format: DocumentFormat) -> GeneratedDocument {
    generate(LocatedDocument(file, as: format, policy: tables.registry.policy))
  }

  private struct Attempt {
    var result: GeneratedDocument
    var rewriter: TableRewriter
    var edits: [TextEdit] = []
  }

  private func regions(of file: SourceFile, as format: DocumentFormat) -> (found: [Region], faults: [RegionFault]) {
    let found = RegionFinder.find(in: file, as: format, known: Set(tables.registry.policy.places.map { $0.id }))
    return (found.regions, found.faults)
  }

  /// The document as it is to be, not read back yet.
  private func attempt(_ read: LocatedDocument, _ regions: [Region]) -> Attempt {
    let (file, located) = (read.file, read.located)
    var document = read.document
    document.divideVariants(located, by: tables.registry.policy, in: file)
    // What stands in a region goes with it, and nothing outside may rely on it.
    document.targets.removeAll { regions.contains($0.range.start.line) }
    var attempt = Attempt(result: GeneratedDocument(file), rewriter: TableRewriter(file, document))
    let wanted = WantedTables(located, of: document, in: file, besides: regions, tables)
    do throws(WantedTables.Refusal) {
      try rewrite(wanted, of: document, in: file, by: &attempt.rewriter)
    } catch {
      attempt.result.refused = [UnwritableTable.diagnostic(error.reason, at: error.range, in: file)]
      return attempt
    }
    attempt.result.stale = attempt.rewriter.rewritten.map { StaleRegion.table($0, in: file) }
    let rewritten = rewrite(regions, of: document, in: file, &attempt.result)
    attempt.result.refused += wanted.missing.map { UnwritableTable.diagnostic($0.reason, at: $0.range, in: file) }
    attempt.edits = attempt.rewriter.edits + rewritten
    let (bytes, applied) = file.applying([Fix(.safe, "generate", edits: attempt.edits)])
    if applied.isEmpty, !attempt.edits.isEmpty {
      let range = file.range(attempt.edits[0].offsets)
      attempt.result = GeneratedDocument(file, refused: [UnwritableTable.diagnostic(.sharedLines, at: range, in: file)])
      attempt.edits = []
    } else {
      attempt.result.bytes = bytes
    }
    return attempt
  }

  private func rewrite(
    _ wanted: WantedTables, of document: PolicyDocument, in file: SourceFile, by rewriter: inout TableRewriter
  ) throws(WantedTables.Refusal) {
    if let fault = wanted.fault(BrokenTables(document, file)) {
      throw WantedTables.Refusal(reason: .obstacle(.broken), range: fault)
    }
    for container in wanted.containers {
      switch container {
      case .table(let index):
        let (rows, key) = try wanted.rows(ofTable: index)
        do throws(RewriteObstacle) {
          try rewriter.rewrite(index, rows: rows, key: key)
        } catch {
          throw WantedTables.Refusal(error)
        }
      case .list(let index):
        let items = try wanted.items(ofList: index)
        do throws(RewriteObstacle) {
          try rewriter.rewrite(list: index, items: items)
        } catch {
          throw WantedTables.Refusal(error)
        }
      }
    }
  }

  // MARK: Reading back

  /// What of the tables and lists does not read as it was meant to.
  private func refusal(of attempt: Attempt, in file: SourceFile, as format: DocumentFormat) -> WantedTables.Refusal? {
    let edits = attempt.rewriter.edits
    guard !edits.isEmpty else { return nil }
    let written = SourceFile(path: file.path, bytes: file.applying([Fix(.safe, "generate", edits: edits)]).bytes)
    var result = DocumentReader.read(written, as: format)
    let located = PolicyInterpreter.locate(result, in: written, policy: tables.registry.policy)
    result.divideVariants(located, by: tables.registry.policy, in: written)
    return RewriteCheck(attempt.rewriter, result).obstacle.map(WantedTables.Refusal.init)
  }

  /// Where a second run would change what this one has written.
  private func repetition(
    of attempt: Attempt, in file: SourceFile, as format: DocumentFormat
  ) -> WantedTables.Refusal? {
    let result = SourceFile(path: file.path, bytes: attempt.result.bytes)
    let regions = regions(of: result, as: format)
    let again = LocatedDocument(result, as: format, policy: tables.registry.policy)
    let second = self.attempt(again, regions.found)
    guard !regions.faults.isEmpty || !second.edits.isEmpty || second.result.refused.count > attempt.result.refused.count
    else { return nil }
    let place = attempt.edits.first?.offsets ?? 0..<0
    return WantedTables.Refusal(reason: .obstacle(.misread), range: file.range(place))
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
    let refused = Set(rewritten.refused.map { $0.id })
    result.refused = rewritten.refused.map { StaleRegion.edited($0, in: file) }
    result.stale += rewritten.stale.filter { !refused.contains($0.id) }.map { StaleRegion.region($0, in: file) }
    return rewritten.edits
  }
}

extension [Region] {
  func contains(_ line: Int) -> Bool { contains { $0.beginLine <= line && line <= $0.endLine } }
}
