enum SARIFReporter {
  static func render(_ report: Report) -> [UInt8] {
    []
  }
}
