import Diagnostics
import Documents
import Policy

extension PolicyDocument {
  /// Gives each variant of a platform that a simple table draws below a blank first cell a row of its own, as the policy's
  /// interpretation reads it.
  mutating func divideVariants(_ located: LocatedPolicy, by policy: Policy, in file: SourceFile) {
    guard policy.identity.contains(.notes) else { return }
    for listing in located.listings {
      guard case .tables(let indices) = listing.form else { continue }
      for index in indices where tables[index].kind == .simple {
        let names = TableColumns(tables[index], of: listing.place.listing).indices(of: .platform)
        tables[index].divideVariants(TableVariants(tables[index], names: names, file: file), names: names, in: file)
      }
    }
  }
}

extension Table {
  fileprivate mutating func divideVariants(_ variants: TableVariants, names: [Int], in file: SourceFile) {
    var divided = TableRows()
    for (number, row) in rows.enumerated() {
      guard number >= headRowCount, let parts = variants.variants(of: row) else {
        divided.append(row)
        continue
      }
      for cells in parts {
        let line = cells.first?.range.start.line ?? 0
        let blank = row.filter { cell in names.contains(cell.column) && !cells.contains { $0.column == cell.column } }
          .map { cell in
            let place = SourcePosition(
              line: line, column: min(cell.range.start.column, file.line(line).count + 1))
            return TableCell(text: "", range: SourceRange(place, place), column: cell.column)
          }
        divided.append((cells + blank).sorted { $0.column < $1.column })
      }
    }
    rows = divided
  }
}
