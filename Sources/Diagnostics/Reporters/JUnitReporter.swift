enum JUnitReporter {
  static func render(_ report: Report) -> [UInt8] {
    []
  }
}
