import Diagnostics
import Documents
import Testing

@Suite struct FaultWordsTests {
  @Test(
    arguments: [
      DocumentFault.Kind.swallowedTable, .shortTitleUnderline(titleWidth: 9, underlineWidth: 4), .invalidText,
      .nestedTooDeep(limit: 100), .unsettledTables(limit: 16), .unterminated(construct: "a comment"),
      .malformedTable(.delimiterRowCellCount(header: 3, delimiter: 2)), .malformedTable(.delimiterRowCell("-:-")),
      .malformedTable(.surplusCells(header: 2, cells: 3)),
      .malformedTable(.otherFormat(.markdown)), .malformedTable(.otherFormat(.restructuredText)),
      .malformedTable(.missingDelimiterRow), .malformedTable(.strayRow(.text)),
      .malformedTable(.openGrid), .malformedTable(.missingTopBorder), .malformedTable(.missingBottomBorder),
      .malformedTable(.unevenRightEdge), .malformedTable(.textInColumnMargin), .malformedTable(.spanMisaligned),
      .malformedTable(.repeatedHeadSeparator), .malformedTable(.missingBlankLineAfter),
      .malformedTable(.notATwoLevelList), .malformedTable(.unevenRows(expected: 3, found: 4)),
      .malformedTable(.emptyDirective), .malformedTable(.invalidOption("width")),
      .malformedTable(.invalidCSV("an open quote")),
      .malformedTable(.misplacedHeadSeparator), .malformedTable(.unequalBorders), .malformedTable(.notOneTable),
    ])
  func `every fault is said in words`(kind: DocumentFault.Kind) {
    var document = PolicyDocument(format: .markdown)
    document.faults = [DocumentFault(kind, at: .fileStart)]
    let tree = DocumentInspection.tree(document)
    #expect(tree.contains(/\nfault [a-z-]+ 1:1-1:1 "[^"]{5,}"\n$/))
  }
}
