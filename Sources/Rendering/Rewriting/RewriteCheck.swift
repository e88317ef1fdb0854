import Diagnostics
package import Documents

/// Whether a rewritten document reads as it was to.
package struct RewriteCheck {
  private let rewriter: TableRewriter
  private let result: PolicyDocument

  /// - Parameter result: what is read of the document with the rewriter's edits.
  package init(_ rewriter: TableRewriter, _ result: PolicyDocument) {
    self.rewriter = rewriter
    self.result = result
  }

  /// The first thing that does not read as it was meant to, where it stands in the document as it was; nil if all does.
  ///
  /// Tables and lists that were not rewritten read as before, and so do the headings. Nothing is amiss that was not.
  package var obstacle: RewriteObstacle? {
    let document = rewriter.document
    for (index, table) in document.tables.enumerated() {
      guard index < result.tables.count else { return misread(table.range) }
      let new = result.tables[index]
      let texts = rewriter.expectedTables[index] ?? Self.texts(of: table)
      let isSame =
        new.kind == table.kind && new.headRowCount == table.headRowCount && new.columnCount == table.columnCount
        && new.section == table.section && Self.texts(of: new) == Self.completed(texts, new)
        && (new.isPublished && new.intendedRows == nil || rewriter.expectedTables[index] == nil)
      guard isSame else { return misread(table.range) }
    }
    for (index, list) in document.lists.enumerated() {
      guard index < result.lists.count, reads(result.lists[index], as: index) else { return misread(list.range) }
    }
    let isOtherwiseSame =
      result.tables.count == document.tables.count && result.lists.count == document.lists.count
      && result.sections.map { $0.title } == document.sections.map { $0.title } && !hasNewFaults
    return isOtherwiseSame ? nil : misread(rewrittenRange)
  }

  private func reads(_ list: BulletList, as index: Int) -> Bool {
    let old = rewriter.document.lists[index]
    guard let texts = rewriter.expectedLists[index] else {
      return list.items.map({ $0.text }) == old.items.map({ $0.text })
    }
    return list.section == old.section && list.items.count == texts.count
      && zip(list.items, texts).allSatisfy { $1 == nil || $0.text == $1 }
  }

  /// A head without rows has an empty one below it.
  private static func completed(_ texts: [[String]], _ table: Table) -> [[String]] {
    guard texts.count == table.headRowCount, table.rows.count == texts.count + 1 else { return texts }
    return texts + [[String](repeating: "", count: table.columnCount)]
  }

  private static func texts(of table: Table) -> [[String]] { table.rows.map { $0.map { $0.text } } }

  private var hasNewFaults: Bool {
    var known: [DocumentFault.Kind: Int] = [:]
    for fault in rewriter.document.faults { known[fault.kind, default: 0] += 1 }
    for fault in result.faults { known[fault.kind, default: 0] -= 1 }
    return known.values.contains { $0 < 0 }
  }

  private var rewrittenRange: SourceRange { rewriter.file.range(rewriter.rewritten.first ?? 0..<0) }

  private func misread(_ range: SourceRange) -> RewriteObstacle { RewriteObstacle(.misread, at: range) }
}
