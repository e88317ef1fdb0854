package import Diagnostics
package import Documents
import Glibc

/// Reads the fuzzer's bytes and aborts where the result cannot be right, which is how libFuzzer takes note of an input.
package func fuzz(
  _ start: UnsafePointer<UInt8>?, _ count: Int, fileName: String, read: (SourceFile) -> PolicyDocument
) {
  let file = SourceFile(path: fileName, bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let violations = DocumentInvariants(of: read(file), read: file).violations
  guard !violations.isEmpty else { return }
  let message = Array("does not hold:\n\(violations.joined(separator: "\n"))\n".utf8)
  _ = write(STDERR_FILENO, message, message.count)
  abort()
}
