/// A text whose places of interest are marked with `↓` right before them.
package struct MarkedText: Hashable, Sendable {
  /// The text without its marks.
  package let text: String
  /// Where the marks stood: byte offsets in `text`, ascending.
  package let marks: [Int]

  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var marks: [Int] = []
    var length = 0
    for scalar in marked.unicodeScalars {
      if scalar == "↓" {
        marks.append(length)
      } else {
        text.append(scalar)
        length += UTF8.width(scalar)
      }
    }
    self.text = String(text)
    self.marks = marks
  }
}
