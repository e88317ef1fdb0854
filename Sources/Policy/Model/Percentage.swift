extension Double {
  /// For messages, a number of percent: `0.5 %`, `3 %`.
  package var percentage: String {
    let text = "\(self)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
  }
}
