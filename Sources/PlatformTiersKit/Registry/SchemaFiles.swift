import Policy

/// The JSON Schemas of a registry's files, as they are committed beside them.
package enum SchemaFiles {
  /// Writes those that are not there or differ, and makes the folder where it is missing.
  package static func write(to folder: String) throws(RunFailure) {
    try Folder.create(folder)
    for schema in RegistrySchema.allCases {
      let path = FilePaths.join(folder, schema.fileName)
      if try current(path) != schema.bytes { try AtomicFile.write(schema.bytes, to: path) }
    }
  }

  /// What writing would change, as a unified diff; empty when all files are up to date.
  package static func difference(in folder: String) throws(RunFailure) -> [UInt8] {
    var difference: [UInt8] = []
    for schema in RegistrySchema.allCases {
      let path = FilePaths.join(folder, schema.fileName)
      difference += UnifiedDiff.compare(try current(path) ?? [], schema.bytes, path: path)
    }
    return difference
  }

  private static func current(_ path: String) throws(RunFailure) -> [UInt8]? {
    FilePaths.exists(path) ? try FileReader.read(path) : nil
  }
}
