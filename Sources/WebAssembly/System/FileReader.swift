/// Reads whole files as bytes.
package enum FileReader {
  package static let usualLimit = 64 << 20

  package static func read(_ path: String, limit: Int = usualLimit) throws(RunFailure) -> [UInt8] {
    let size = Int(String(decoding: try ask(.size, path), as: UTF8.self)) ?? 0
    guard size <= limit else {
      throw RunFailure(
        kind: .tooLarge, message: "cannot read '\(path)': it has \(size) bytes, and at most \(words(limit)) are read")
    }
    return try ask(.read, path)
  }

  package static func readStandardInput(limit: Int = usualLimit) throws(RunFailure) -> [UInt8] {
    let bytes = try ask(.standardInput, "-", Array(String(limit).utf8))
    guard bytes.count <= limit else {
      throw RunFailure(kind: .tooLarge, message: "cannot read '-': it is longer than \(words(limit))")
    }
    return bytes
  }

  private static func ask(
    _ operation: Host.Operation, _ path: String, _ content: [UInt8] = []
  ) throws(RunFailure) -> [UInt8] {
    do throws(Host.Failure) {
      return try Host.ask(operation, path, content)
    } catch {
      throw .cannotRun("cannot read '\(path)': \(error.reason)")
    }
  }

  static func words(_ limit: Int) -> String {
    limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}
