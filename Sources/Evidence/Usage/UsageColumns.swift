/// The columns of a table of downloads that mean something here.
struct UsageColumns {
  enum Meaning: CaseIterable {
    case downloads
    case file
    case platform
    case system
    case cpu
    case libc
    case implementation
    case version
    case date
  }

  private var indices: [Meaning: Int] = [:]
  /// How many fields a row has.
  let count: Int

  init(_ header: [String]) {
    count = header.count
    let names = header.map(Self.folded)
    for meaning in Meaning.allCases {
      // In the order of preference: a table may have both `filename` and `file`.
      for name in meaning.names where indices[meaning] == nil {
        indices[meaning] = names.firstIndex(of: name)
      }
    }
  }

  subscript(meaning: Meaning) -> Int? { indices[meaning] }

  /// Whether rows say what was downloaded.
  var namesSubject: Bool { self[.file] != nil || self[.platform] != nil || self[.system] != nil && self[.cpu] != nil }

  /// `file.filename`, `file_filename` and `File Filename` are one name.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}

extension UsageColumns.Meaning {
  /// What tables call it: this tool's own names first, then those that queries of the index's table `file_downloads` give
  /// (BigQuery names a field's column by its last part, its exports by the whole path), and pypinfo's.
  fileprivate var names: [String] {
    switch self {
    case .downloads: ["downloads", "num_downloads", "download_count", "downloads_count", "count", "f0_"]
    case .file: ["filename", "file_filename", "file", "file_name"]
    case .platform: ["platform", "platform_id"]
    case .system: ["system_name", "details_system_name", "system", "name"]
    case .cpu: ["cpu", "details_cpu"]
    case .libc: ["libc", "details_distro_libc_lib", "distro_libc_lib", "libc_lib", "lib", "libc_name"]
    case .implementation: ["implementation", "details_implementation_name", "implementation_name"]
    case .version: ["version", "file_version"]
    case .date: ["date", "download_date", "day", "download_month", "timestamp"]
    }
  }
}
