import Documents

extension DocumentFault.StrayRow {
  /// What `malformed-table` says of it, and what to do.
  var wording: (message: String, help: String) {
    switch self {
    case .aboveHeader:
      (
        "this row stands above the table's header, so GitHub shows it as text",
        "the header is the line above the row of dashes: move this row below that, or remove it"
      )
    case .blankLine:
      (
        "a blank line or a comment parts these rows from the table above, so GitHub shows them as text",
        "remove what stands between, or give them a header and a row of dashes of their own"
      )
    case .indentation:
      (
        "this row is indented by four columns or more, so GitHub ends the table above it and shows it as code",
        "indent it as the rows above"
      )
    case .otherBlock:
      (
        "GitHub ends the table above this line, which does not read as a row of it",
        "begin the row with '|'; if it is none, put a blank line above it"
      )
    case .repeatedDelimiterRow:
      (
        "this row of dashes is not the one below the header, so GitHub shows its dashes as cells",
        "remove it: a table has one row of dashes"
      )
    case .text:
      (
        "this line has no '|' and stands right below a row, so GitHub shows it as a row of the table",
        "put a blank line above it, or separate its cells by '|'"
      )
    case .incomplete:
      (
        "this row does not have all of the header's cells, so GitHub leaves the last columns empty",
        "write every row on one line, with '|' between all cells, the empty ones too"
      )
    }
  }
}
