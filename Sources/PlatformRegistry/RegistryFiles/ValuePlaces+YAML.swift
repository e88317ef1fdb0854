package import Diagnostics

extension ValuePlaces {
  /// Where the values of a YAML file stand; the start of the file for all of them where it is none.
  package init(yaml file: SourceFile) {
    let root = SingleDocument.open(file).root
    self.init(file: file) { path in root?.place(path) ?? .fileStart }
  }
}
