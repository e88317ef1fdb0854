import Diagnostics

/// A file's text with `↓` right before each place where a fault is expected.
struct MarkedFile {
  var file: SourceFile
  var marks: [SourcePosition]

  init(_ text: String) {
    let mark = Array("↓".utf8)
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: mark) {
        offsets.append(bytes.count)
        rest = rest.dropFirst(mark.count)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    let file = SourceFile(path: "policy.yaml", bytes: bytes)
    self.file = file
    marks = offsets.map { file.position(at: $0) }
  }
}

extension [Diagnostic] {
  /// `rule line:column message`, in report order.
  var lines: [String] {
    sorted(by: Diagnostic.reportOrder).map { "\($0.rule) \($0.range.start) \($0.message)" }
  }
}
