import PlatformTiersKit

/// Room for a command line, which `run` gives back.
@_expose(wasm, "allocate") @_cdecl("platform_tiers_allocate")
public func allocate(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  .allocate(capacity: max(1, Int(count)))
}

/// Runs the command line that stands there as JSON.
///
/// - Returns: how the process is to end.
@_expose(wasm, "run") @_cdecl("platform_tiers_run")
public func run(_ address: UnsafeMutablePointer<UInt8>, _ count: Int32) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: address, count: Int(count)))
  address.deallocate()
  do throws(RunFailure) {
    guard let given = Invocation(bytes) else { throw .wrongUsage("the command line cannot be read") }
    return try Commands(given: given).run().rawValue
  } catch {
    ErrorOutput.write(error)
    return error.exitStatus.rawValue
  }
}
