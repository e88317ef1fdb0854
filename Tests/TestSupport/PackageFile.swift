package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files of the package, found from where this file was compiled.
package enum PackageFile {
  /// The absolute path of a file of the package.
  package static func path(_ relative: String) -> String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/" + relative
  }

  package static func read(_ path: String) -> SourceFile? {
    guard let stream = fopen(Self.path(path), "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return SourceFile(path: path, bytes: bytes)
  }
}

extension SourceFile {
  /// The contents of a Markdown page's fenced code blocks in a language.
  package func codeBlocks(_ language: String) -> [String] {
    var blocks: [String] = []
    var open: String?
    for number in 1...max(lineCount, 1) {
      let line = String(decoding: line(number), as: UTF8.self)
      if let block = open {
        open = line == "```" ? nil : block + line + "\n"
        if open == nil { blocks.append(block) }
      } else if line == "```" + language {
        open = ""
      }
    }
    return blocks
  }
}
