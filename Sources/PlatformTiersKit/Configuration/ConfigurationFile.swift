package import Diagnostics
import Policy

/// Reads `.platform-tiers.yaml`. `docs/configuration.md` describes its fields.
package enum ConfigurationFile {
  /// - Parameter selectors: The ids and families of all rules; when given, every other one in the file is a fault.
  /// - Returns: What could be read, with defaults for what is missing or at fault, and all faults of the file.
  package static func read(
    _ file: SourceFile, selectors: [String]? = nil
  ) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    let result = SingleDocument.read(file, .configuration(.selector(among: selectors)))
    return (result.value ?? Configuration(), result.diagnostics)
  }
}

extension YAMLForm where Value == Configuration {
  fileprivate static func configuration(_ rule: YAMLForm<Located<String>>) -> Self {
    let reader = readOnlyMapping("configuration") { keys in
      var configuration = Configuration()
      configuration.policy = keys.optional("policy", .located(.name))
      configuration.registry = keys.optional("registry", .located(.name))
      configuration.documents = keys.optional("documents", .oneOrMore(of: .located(.glob)), default: [])
      configuration.select = keys.optional("select", .oneOrMore(of: rule))
      configuration.ignore = keys.optional("ignore", .oneOrMore(of: rule), default: [])
      configuration.perFileIgnores =
        keys.optional("per-file-ignores", .pairs(of: .located(.glob), .oneOrMore(of: rule)), default: [])
        .map { Configuration.PerFileIgnore(files: $0.key, rules: $0.value) }
      configuration.exemptions =
        keys.optional("exemptions", .list(of: .located(.exemption(rule))), default: [])
        .map { located in
          var exemption = located.value
          exemption.range = located.range
          return exemption
        }
      return configuration
    }
    // An empty file is there to end the search for one, and asks for nothing.
    return .readOnly { node, faults in node.isEmpty ? Configuration() : reader.read(node, faults) }
  }
}

extension YAMLForm where Value == Configuration.Exemption {
  fileprivate static func exemption(_ rule: YAMLForm<Located<String>>) -> Self {
    readOnlyMapping("exemption") { keys in
      let rule = keys.required("rule", rule)
      let file = keys.optional("file", .located(.glob))
      let platform = keys.optional("platform", .name)
      let reason = keys.required("reason", .name)
      guard let rule, let reason else { return nil }
      return Configuration.Exemption(
        rule: rule, file: file, platform: platform, reason: reason, range: keys.range(of: "rule"))
    }
  }
}

extension YAMLForm where Value == Glob {
  fileprivate static var glob: Self {
    scalar("a path pattern with each '{' closed", write: neverWritten) { $0.isEmpty ? nil : Glob($0) }
  }
}

extension YAMLForm where Value == Located<String> {
  fileprivate static func selector(among selectors: [String]?) -> Self {
    readOnly { node, faults in
      guard let text = YAMLForm<String>.name.read(node, faults) else { return nil }
      if let selectors, !selectors.contains(text) {
        let near = NearestName.closest(to: text, in: selectors)
        faults.report(
          .invalidValue,
          "'\(text)' is neither a rule nor a family; " + (near.map { "did you mean '\($0)'?" } ?? "remove it"),
          at: node.range, help: "'platform-tiers rules' lists them")
        return nil
      }
      return Located(value: text, range: node.range)
    }
  }
}
