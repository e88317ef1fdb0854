import Diagnostics
import Documents

/// Adds link targets beside those that a reStructuredText document has.
struct TargetInsertion {
  private struct Line {
    var name: String
    var number: Int
  }

  private let file: SourceFile
  /// The longest run of lines with a target each.
  private let block: [Line]
  /// The lines of names that differ in their numbers alone, where those are in order.
  private let series: [String: [Numbered]]

  private struct Numbered {
    var number: Int
    var line: Int
  }

  init(_ file: SourceFile, _ document: PolicyDocument) {
    self.file = file
    var longest: [Line] = []
    var run: [Line] = []
    for target in document.targets where target.kind == .external {
      let number = target.range.start.line
      let isExplicit = file.line(number).drop { $0 == UInt8(ascii: " ") }.starts(with: Array("..".utf8))
      guard isExplicit, (target.uriRange?.end.line ?? number) == number else { continue }
      if let last = run.last, last.number + 1 != number { run = [] }
      run.append(Line(name: target.text, number: number))
      if run.count > longest.count { longest = run }
    }
    block = longest
    series = Self.series(longest)
  }

  private static func series(_ block: [Line]) -> [String: [Numbered]] {
    var series: [String: [Numbered]] = [:]
    for line in block {
      let name = NumberedName(line.name)
      guard let number = name.number else { continue }
      series[name.stem, default: []].append(Numbered(number: number, line: line.number))
    }
    return series.filter { _, lines in zip(lines, lines.dropFirst()).allSatisfy { $0.number <= $1.number } }
  }

  func edits(adding definitions: [LinkTargets.Definition]) -> [TextEdit] {
    guard !definitions.isEmpty else { return [] }
    guard let first = block.first else { return [appended(definitions)] }
    let lineEnd = file.lineEnd(after: first.number)
    let indentation = file.line(first.number).prefix { $0 == UInt8(ascii: " ") }
    var added: [Place: [LinkTargets.Definition]] = [:]
    for definition in definitions { added[place(of: definition.name), default: []].append(definition) }
    return added.map { place, definitions in
      let sorted = definitions.map { (NumberedName($0.name).number ?? Int.max, $0) }.sorted { $0.0 < $1.0 }
      let lines = sorted.map { indentation + Array($0.1.restructuredText.utf8) }
      switch place {
      case .above(let number):
        let start = file.line(number).startIndex
        return TextEdit(start..<start, lines.flatMap { $0 + lineEnd })
      case .below(let number):
        let end = file.line(number).endIndex
        return TextEdit(end..<end, lines.flatMap { lineEnd + $0 })
      }
    }
  }

  private enum Place: Hashable {
    case above(line: Int)
    case below(line: Int)
  }

  /// By its number among names that differ in their numbers alone, where those are in order; else the block's end.
  private func place(of name: String) -> Place {
    let added = NumberedName(name)
    guard let number = added.number, let lines = series[added.stem], let first = lines.first else {
      return .below(line: block.last?.number ?? 1)
    }
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].number <= number { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? .below(line: lines[low - 1].line) : .above(line: first.line)
  }

  private func appended(_ definitions: [LinkTargets.Definition]) -> TextEdit {
    let lineEnd = file.lineEnd(after: 1)
    let last = file.line(file.lineCount)
    let isOpen = last.endIndex == file.bytes.count && !file.bytes.isEmpty
    let text = definitions.flatMap { Array($0.restructuredText.utf8) + lineEnd }
    return TextEdit(file.bytes.count..<file.bytes.count, (isOpen ? lineEnd : []) + lineEnd + text)
  }
}

/// A name that ends with a number, as `gh-123` does.
private struct NumberedName {
  let stem: String
  let number: Int?

  init(_ name: String) {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    number = Int(String(digits.reversed()))
    stem = number == nil ? name : String(name.dropLast(digits.count))
  }
}
