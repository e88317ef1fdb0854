extension Double {
  /// `0.5 %`, `3 %`
  var percent: String {
    let text = "\(self)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
  }
}
