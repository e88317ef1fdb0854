package import Diagnostics
package import Policy

/// The machine that a job asks for, as far as its labels tell.
package struct Runner: Hashable, Sendable {
  package enum Host: Hashable, Sendable {
    case github
    case selfHosted
    /// A service whose machines connect to GitHub as self-hosted ones.
    case provider(String)
    /// A label that is in no table: it may be a larger machine of GitHub's, or somebody's own.
    case unknown
  }

  package var labels: [String]
  package var host: Host
  /// `linux`, `macos`, `windows`
  package var os: String?
  /// As `Architecture` names them.
  package var architecture: String?
  /// When those who run it said that it would end.
  package var end: CalendarDate?
  package var range: SourceRange

  /// Nil where the machine is not known.
  package var hosting: Hosting? {
    switch host {
    case .github: .github
    case .selfHosted, .provider: .selfHosted
    case .unknown: nil
    }
  }

  /// How messages call it: `'macos-14'`.
  package var title: String { labels.isEmpty ? "a group of runners" : labels.quotedList }

  /// What is known of its end: `BuildJet was shut down on 2026-03-31`.
  package func words(ofEnd end: CalendarDate) -> String {
    if case .provider(let name) = host { return "\(name), which \(title) stands for, was shut down on \(end)" }
    return "GitHub announced the end of \(title) for \(end)"
  }

  /// Nil when the labels are known only when the workflow runs.
  init?(_ runsOn: WorkflowJob.RunsOn, context: ExpressionContext) {
    var labels: [String] = []
    for label in runsOn.labels {
      switch context.value(of: label.value) {
      case .array(let values):
        let texts = values.map { $0.text }
        guard !texts.contains(nil) else { return nil }
        labels += texts.compactMap { $0 }
      case let value:
        guard case .object = value else {
          guard let text = value.text, !text.isEmpty else { return nil }
          labels.append(text)
          continue
        }
        return nil
      }
    }
    self.labels = labels
    range = runsOn.range
    host = .unknown
    if labels.contains(where: { $0.lowercased() == "self-hosted" }) {
      host = .selfHosted
      describeSelfHosted()
    } else if runsOn.group == nil, labels.count == 1, let hosted = RunnerLabels.hosted(labels[0]) {
      host = .github
      (os, architecture, end) = (hosted.os, hosted.architecture, hosted.end)
    } else if let provider = labels.lazy.compactMap({ RunnerLabels.provider($0) }).first {
      add(provider)
    }
  }

  /// The labels that a self-hosted machine gets by itself.
  private mutating func describeSelfHosted() {
    for label in labels {
      switch label.lowercased() {
      case "linux", "windows", "macos": os = label.lowercased()
      case "x64", "x86", "arm", "arm64": architecture = Architecture.canonical(label)
      default: break
      }
    }
    if let provider = labels.lazy.compactMap({ RunnerLabels.provider($0) }).first {
      add(provider)
    }
  }

  private mutating func add(_ provider: RunnerLabels.Provider) {
    host = .provider(provider.name)
    end = provider.end
    describe(provider.architecture)
  }

  private mutating func describe(_ known: String?) {
    let words = labels.joined(separator: "-").lowercased()
    os = words.hasBytes("ubuntu") || words.hasBytes("linux") ? "linux" : words.hasBytes("macos") ? "macos" : os
    architecture = known ?? (words.hasBytes("arm") ? "arm64" : architecture)
  }
}

/// Names of CPU architectures, which every tool has its own for.
enum Architecture {
  /// `x86-64` for `amd64`, `x64` and `x86_64`; what is not known stays as it is, in lower case.
  static func canonical(_ name: some StringProtocol) -> String {
    let name = name.lowercased()
    return names[name] ?? name
  }

  /// Nil for a word that is no architecture.
  static func known(_ name: some StringProtocol) -> String? { names[name.lowercased()] }

  /// Whether machines of one run programs of the other without emulation.
  static func runs(_ program: String, on machine: String) -> Bool {
    program == machine || machine == "x86-64" && program == "x86" || machine == "arm64" && program == "armv7"
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    let groups: [(String, [String])] = [
      ("x86-64", ["x86_64", "x86-64", "amd64", "x64", "intel64"]), ("x86", ["x86", "i686", "i386", "386", "win32"]),
      ("arm64", ["arm64", "aarch64", "arm64v8", "arm64_v8a", "arm64-v8a"]),
      ("armv7", ["armv7", "armv7l", "armhf", "arm32v7", "arm/v7", "arm", "armv8l"]),
      ("armv6", ["armv6", "arm32v6", "arm/v6"]), ("ppc64le", ["ppc64le", "powerpc64le"]), ("ppc64", ["ppc64"]),
      ("s390x", ["s390x"]), ("riscv64", ["riscv64"]), ("loongarch64", ["loongarch64", "loong64"]),
      ("mips64le", ["mips64le"]), ("wasm32", ["wasm32"]),
    ]
    for (canonical, spellings) in groups {
      for spelling in spellings { names[spelling] = canonical }
    }
    return names
  }()
}
