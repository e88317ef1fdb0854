/// Where the values of a data file stand, for findings about what the file says.
package struct ValuePlaces: Sendable {
  /// A step into a value: to what a mapping has under a key, or to an element of a list.
  package enum Step: Hashable, Sendable {
    case key(String)
    /// Counted from 0.
    case element(Int)
  }

  package let file: SourceFile
  private let find: @Sendable ([Step]) -> SourceRange

  package init(file: SourceFile, find: @escaping @Sendable ([Step]) -> SourceRange) {
    self.file = file
    self.find = find
  }

  /// What to underline for a value: the value where it is short, else its key. A value that is not there has the place
  /// of what would hold it.
  package subscript(_ path: Step...) -> SourceRange { find(path) }
}

extension ValuePlaces.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral key: String) { self = .key(key) }
  package init(integerLiteral index: Int) { self = .element(index) }
}
