import Diagnostics
import PolicyDocuments

/// Adds link targets beside those that a reStructuredText document has.
struct TargetInsertion {
  private struct Line {
    var name: String
    var number: Int
  }

  private let file: SourceFile
  /// The longest run of lines with a target each.
  private let block: [Line]

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
  }

  func edits(adding definitions: [LinkTargets.Definition]) -> [TextEdit] {
    guard !definitions.isEmpty else { return [] }
    guard let first = block.first else { return [appended(definitions)] }
    let lineEnd = file.lineEnd(after: first.number)
    let indentation = file.line(first.number).prefix { $0 == UInt8(ascii: " ") }
    var added: [Place: [LinkTargets.Definition]] = [:]
    for definition in definitions { added[place(of: definition.name), default: []].append(definition) }
    return added.map { place, definitions in
      let sorted = definitions.enumerated().sorted {
        let (left, right) = (NumberedName($0.element.name), NumberedName($1.element.name))
        return left < right || !(right < left) && $0.offset < $1.offset
      }
      let lines = sorted.map { indentation + Array($0.element.restructuredText.utf8) }
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
    let alike = block.filter { added.number != nil && NumberedName($0.name).stem == added.stem }
    let names = alike.map { NumberedName($0.name) }
    guard let first = alike.first, zip(names, names.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return .below(line: block.last?.number ?? 1)
    }
    let above = alike.last { NumberedName($0.name) <= added }
    return above.map { .below(line: $0.number) } ?? .above(line: first.number)
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
private struct NumberedName: Comparable {
  let stem: String
  let number: Int?

  init(_ name: String) {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    number = Int(String(digits.reversed()))
    stem = number == nil ? name : String(name.dropLast(digits.count))
  }

  static func < (left: Self, right: Self) -> Bool {
    guard let first = left.number, let second = right.number else { return false }
    return first < second
  }
}
