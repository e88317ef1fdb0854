import Diagnostics
import Policy

/// Writes out the aliases of a workflow, which GitHub reads since 2025, and reports what it does not read: keys given
/// twice, merge keys, aliases of nothing.
///
/// A value that stands for an alias is shared and not copied, but whoever walks the workflow walks it each time. So both
/// the number of values and their depth are limited as if all were written out.
struct AliasResolver {
  static let valueLimit = 200_000

  private let faults: FaultLog
  private var anchors: [String: Resolved] = [:]
  private var valueCount = 0
  private var isFull = false

  private struct Resolved {
    var node: YAMLNode
    var size = 1
    var height = 1

    mutating func add(_ parts: [Self]) {
      size += parts.reduce(0) { $0 + $1.size }
      height += parts.reduce(0) { max($0, $1.height) }
    }
  }

  static func resolve(_ root: YAMLNode, _ faults: FaultLog) -> YAMLNode {
    var resolver = AliasResolver(faults: faults)
    return resolver.resolve(root).node
  }

  private init(faults: FaultLog) {
    self.faults = faults
  }

  private mutating func resolve(_ node: YAMLNode) -> Resolved {
    valueCount += 1
    var resolved = Resolved(node: node)
    switch node.content {
    case .scalar: break
    case .alias(let name): return alias(name, at: node.range)
    case .sequence(let elements):
      let found = elements.map { resolve($0) }
      resolved.node.content = .sequence(found.map { $0.node })
      resolved.add(found)
    case .mapping(let pairs):
      let found = pairs.map { (resolve($0.key), resolve($0.value)) }
      resolved.node.content = .mapping(unique(found.map { YAMLPair(key: $0.0.node, value: $0.1.node) }))
      resolved.add(found.map { $0.0 } + found.map { $0.1 })
    }
    if let anchor = node.anchor { anchors[anchor] = resolved }
    return resolved
  }

  private mutating func alias(_ name: String, at range: SourceRange) -> Resolved {
    let nothing = Resolved(node: YAMLNode(.scalar("", .plain), at: range))
    guard let found = anchors[name] else {
      faults.report(.yamlAlias, "'*\(name)' stands for nothing above it; write the value out", at: range)
      return nothing
    }
    valueCount += found.size
    guard valueCount <= Self.valueLimit, found.height < YAMLReader.depthLimit else {
      if !isFull {
        faults.report(
          .yamlAlias,
          "aliases make more of this file than \(Self.valueLimit) values or \(YAMLReader.depthLimit) levels; "
            + "they are not read from here on", at: range)
      }
      isFull = true
      return nothing
    }
    return found
  }

  private func unique(_ pairs: [YAMLPair]) -> [YAMLPair] {
    var first: [String: SourceRange] = [:]
    return pairs.filter { pair in
      guard case .scalar(let name, let style) = pair.key.content else { return true }
      if name == "<<", style == .plain {
        faults.report(.yamlAlias, "GitHub reads no merge key; write the keys out in place of '<<'", at: pair.key.range)
        return false
      }
      guard let known = first[name] else {
        first[name] = pair.key.range
        return true
      }
      faults.report(
        .duplicateKey, "'\(name)' is given twice, which GitHub does not accept; keep one of them", at: pair.key.range,
        notes: [Diagnostic.Note("first given here", at: known)])
      return false
    }
  }
}
