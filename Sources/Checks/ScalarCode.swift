extension Unicode.Scalar {
  /// As the Unicode Standard writes it: `U+202E`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
