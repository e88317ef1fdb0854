#if canImport(Darwin)
  @preconcurrency import Darwin
#elseif canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// A program that runs beside us, with a pipe to each of its three streams.
///
/// It is fed and read in one loop, so that neither side waits for the other to empty a full pipe.
struct ChildProcess: ~Copyable {
  private let id: pid_t
  /// -1 once it is closed.
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var hasEndedErrors = false
  private var status: Int32?
  /// The beginning of what it wrote on its standard error.
  private(set) var errorText: [UInt8] = []

  private static let chunk = 1 << 16

  /// - Parameters:
  ///   - program: looked for on the search path.
  ///   - arguments: without the program's name.
  ///   - environment: `NAME=value` each; all that the program gets.
  /// - Throws: the number of the system's failure; `ENOENT` where there is no such program.
  init(_ program: String, _ arguments: [String], environment: [String]) throws(ProcessFailure) {
    var pipes: [Pipe] = []
    do throws(ProcessFailure) {
      for _ in 0..<3 { pipes.append(try Pipe()) }
      id = try Self.spawn(program, arguments, environment, pipes)
    } catch {
      for pipe in pipes { pipe.closeBoth() }
      throw error
    }
    input = pipes[0].writing
    output = pipes[1].reading
    errors = pipes[2].reading
    close(pipes[0].reading)
    close(pipes[1].writing)
    close(pipes[2].writing)
    // A pipe that is half full takes a part of what is written, and waits for room for the rest.
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    close(errors)
    if status == nil { _ = SystemCall.repeating { waitpid(id, nil, 0) } }
  }

  /// Writes `request` and hands over what comes back, until `take` says that it has all, or the program's output ends.
  ///
  /// - Parameter take: gets the bytes of a read; false: it waits for more.
  /// - Returns: whether `take` got all.
  mutating func exchange(_ request: [UInt8], _ take: (ArraySlice<UInt8>) -> Bool) throws(ProcessFailure) -> Bool {
    var sent = 0
    while true {
      let wantsInput = input >= 0 && sent < request.count
      var polled = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: hasEndedErrors ? -1 : errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wantsInput ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard SystemCall.repeating({ poll(&polled, nfds_t(polled.count), -1) }) >= 0 else { throw ProcessFailure(errno) }
      if polled[2].revents != 0 { sent += try write(request[sent...]) }
      if polled[1].revents != 0 { try readErrors() }
      guard polled[0].revents != 0 else { continue }
      let bytes = try read(output)
      if bytes.isEmpty { return false }
      if take(bytes[...]) { return true }
    }
  }

  /// Says that nothing more will be written.
  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits for the end of the program, whose output has ended.
  ///
  /// - Returns: its exit status; 128 and the signal where one ended it.
  mutating func wait() throws(ProcessFailure) -> Int32 {
    closeInput()
    while !hasEndedErrors { try readErrors() }
    var raw: Int32 = 0
    guard SystemCall.repeating({ waitpid(id, &raw, 0) }) == id else { throw ProcessFailure(errno) }
    let signal = raw & 0x7F
    let result = signal == 0 ? raw >> 8 & 0xFF : 128 + signal
    status = result
    return result
  }

  /// - Returns: how many bytes the pipe took; all of them where nobody reads it any more.
  private mutating func write(_ bytes: ArraySlice<UInt8>) throws(ProcessFailure) -> Int {
    let (written, failure) = BrokenPipe.withoutSignal {
      bytes.withUnsafeBytes { buffer in
        let count = SystemCall.repeating { Self.write(input, buffer.baseAddress, buffer.count) }
        return (count, count < 0 ? errno : 0)
      }
    }
    if written >= 0 { return written }
    if failure == EAGAIN { return 0 }
    guard failure == EPIPE else { throw ProcessFailure(failure) }
    // Why it stopped reading is in its errors and its status.
    closeInput()
    return bytes.count
  }

  private mutating func readErrors() throws(ProcessFailure) {
    let bytes = try read(errors)
    if bytes.isEmpty { hasEndedErrors = true }
    errorText += bytes.prefix(max(0, Self.chunk - errorText.count))
  }

  private func read(_ descriptor: Int32) throws(ProcessFailure) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      let read = SystemCall.read(descriptor, buffer.baseAddress, buffer.count)
      if read < 0 { failure = errno } else { count = read }
    }
    if let failure { throw ProcessFailure(failure) }
    return bytes
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String], _ pipes: [Pipe]
  ) throws(ProcessFailure) -> pid_t {
    // A structure with glibc and musl, and an address elsewhere.
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0].reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].writing, STDERR_FILENO)
    var id: pid_t = 0
    let failure = CStrings.with([program] + arguments) { arguments in
      CStrings.with(environment) { posix_spawnp(&id, program, &actions, nil, arguments, $0) }
    }
    guard failure == 0 else { throw ProcessFailure(failure) }
    return id
  }

  private static func write(_ descriptor: Int32, _ address: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, address, count)
    #elseif canImport(Glibc)
      Glibc.write(descriptor, address, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, address, count)
    #endif
  }
}

/// The number of a system call's failure.
struct ProcessFailure: Error, Hashable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  static let noSuchProgram = ProcessFailure(ENOENT)
}

/// Both ends of a pipe, which no other program inherits.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(ProcessFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProcessFailure(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeBoth() {
    close(reading)
    close(writing)
  }
}

/// Arrays of C strings, closed by a null pointer, as programs are started with.
private enum CStrings {
  static func with<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return body([nil]) }
      return body(start)
    }
  }
}

/// The signal for a write that nobody reads would end this process, whose standard output it is meant for.
private enum BrokenPipe {
  /// Runs `body` with the signal held back from this thread, and takes it away where it came.
  static func withoutSignal<Result>(_ body: () -> Result) -> Result {
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    let result = body()
    var pending = sigset_t()
    sigemptyset(&pending)
    if sigismember(&before, SIGPIPE) == 0, sigpending(&pending) == 0, sigismember(&pending, SIGPIPE) == 1 {
      var signal: Int32 = 0
      sigwait(&blocked, &signal)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return result
  }
}
