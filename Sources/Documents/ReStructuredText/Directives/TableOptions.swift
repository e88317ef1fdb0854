/// The options that decide how a table directive's rows are read, as docutils converts them.
struct TableOptions {
  var headerRows = 0
  var stubColumns = 0
}

extension BlockParser {
  /// Converts the options; nil, with a fault, where docutils refuses one.
  mutating func checkedOptions(_ block: DirectiveBlock, columns: Int) -> TableOptions? {
    var options = TableOptions()
    for option in block.options {
      let value = source.text(of: option) ?? ""
      let isValid: Bool
      switch option.name {
      case "header-rows", "stub-columns":
        let number = Self.wholeNumber(value)
        if option.name == "header-rows" { options.headerRows = number ?? 0 } else { options.stubColumns = number ?? 0 }
        isValid = number != nil
      case "widths": isValid = areWidths(value, kind: block.name, columns: columns)
      case "align": isValid = ["left", "center", "right"].contains(value.lowercased())
      case "class": isValid = !value.isEmpty
      case "width": isValid = Self.isLength(value)
      default: isValid = true
      }
      guard isValid else {
        noteMalformedTable(.invalidOption(option.name), at: option.nameOffsets)
        return nil
      }
    }
    return options
  }

  /// Whether enough rows and columns are left behind the head and the stub.
  mutating func checkDimensions(_ cellCounts: [Int], _ options: TableOptions, of block: DirectiveBlock) -> Bool {
    let hasBody =
      cellCounts.count > options.headerRows || cellCounts.count == options.headerRows && options.headerRows == 0
    let hasColumns = cellCounts.allSatisfy { $0 > options.stubColumns || options.stubColumns == 0 }
    if hasBody, hasColumns { return true }
    let name = hasBody ? "stub-columns" : "header-rows"
    noteMalformedTable(.invalidOption(name), at: block.option(name)?.nameOffsets ?? block.offsets)
    return false
  }

  private func areWidths(_ value: String, kind: String, columns: Int) -> Bool {
    if value == "auto" || value == "grid" && kind == "table" { return true }
    let parts = value.contains(",") ? value.split(separator: ",") : value.split { $0 == " " || $0 == "\n" }
    let numbers = parts.compactMap { Self.wholeNumber(String($0)) }
    return numbers.count == parts.count && numbers.allSatisfy { $0 > 0 } && numbers.count == columns
  }

  private static func wholeNumber(_ text: String) -> Int? {
    let trimmed = text.filter { $0 != " " && $0 != "\n" }
    return Int(trimmed).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func isLength(_ text: String) -> Bool {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(number.count).drop { $0 == " " }
    return !number.isEmpty && ["", "em", "ex", "px", "in", "cm", "mm", "pt", "pc", "%"].contains(String(unit))
  }
}
