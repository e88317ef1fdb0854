import DocumentInvariants
import Documents

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count, fileName: "fuzz.rst", read: ReStructuredTextReader.read)
  return 0
}
