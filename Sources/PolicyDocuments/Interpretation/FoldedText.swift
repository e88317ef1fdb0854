extension StringProtocol {
  /// The text as titles and labels are compared: without case, white space collapsed.
  package var folded: String {
    lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
