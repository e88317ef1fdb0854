import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in the elements' order, worked out on all processors.
  ///
  /// Plain threads: an executor's would take longer to start than a NEP takes to lint. The work of one element must be
  /// worth some ten thousandths of a second for a thread to pay.
  package func mappedInParallel<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) -> [Result] {
    let workers = Swift.min(count, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8)
    guard workers > 1 else { return map(transform) }
    let job = ParallelJob(self, transform)
    let threads = (1..<workers).compactMap { _ in job.startThread() }
    job.work()
    for thread in threads { pthread_join(thread, nil) }
    return job.takeResults()
  }
}

/// Elements that threads take one after the other, and what they made of them.
private final class ParallelJob<Element: Sendable, Result: Sendable>: Sendable {
  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let next = Atomic(0)
  private let results: Mutex<[Int: Result]> = Mutex([:])

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
  }

  func work() {
    var own: [Int: Result] = [:]
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < elements.count else { break }
      own[index] = transform(elements[index])
    }
    results.withLock { $0.merge(own) { first, _ in first } }
  }

  /// The results of all elements, once every thread has ended.
  func takeResults() -> [Result] {
    results.withLock { results in elements.indices.compactMap { results[$0] } }
  }

  /// Starts a thread with a stack as large as the main one's, which the readers' depth limits are made for; nil where the
  /// system refuses, and the others do its work.
  func startThread() -> pthread_t? {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, 8 << 20)
    let start = ThreadStart { self.work() }
    let context = Unmanaged.passRetained(start)
    // A number with glibc, and an address elsewhere.
    #if canImport(Glibc)
      var thread: pthread_t = 0
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(&thread, attributes, { ThreadStart.run($0) }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}

/// What a thread runs, in the box that POSIX hands to it.
private final class ThreadStart: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
}
