extension String {
  /// The text in quotation marks, for a message; a long one is cut short, since the report shows the line anyway.
  package var quoted: String {
    count <= 60 ? "'\(self)'" : "'\(prefix(59))…'"
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  package var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }

  /// `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`.
  package var quotedList: String { map { $0.quoted }.listed }
}
