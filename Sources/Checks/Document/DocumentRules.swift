/// The rules of family `document`: what any page can get wrong, whatever its tables say.
package enum DocumentRules {
  package static let all: [any Rule.Type] = [
    MalformedTable.self,
    MisalignedBorder.self,
    MergedCells.self,
    SwallowedTable.self,
    TornTable.self,
    MergedRows.self,
    MisreadCell.self,
    ShortTitleUnderline.self,
    UndefinedReference.self,
    DuplicateTarget.self,
    UnusedTarget.self,
    MismatchedIssueLink.self,
    MalformedLink.self,
    WrongLabel.self,
    InvalidHeader.self,
    ControlCharacter.self,
    UnreadableText.self,
    UnexplainedSuppression.self,
    UnknownSuppression.self,
    UnusedSuppression.self,
  ]
}
