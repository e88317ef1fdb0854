/// Where something stands: in which file, and where in it.
package struct Location: Hashable, Sendable {
  package var file: String
  package var range: SourceRange

  package init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}
