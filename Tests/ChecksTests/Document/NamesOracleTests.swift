import Checks
import Diagnostics
import Documents
import Foundation
import Policy
import TestSupport
import Testing

/// What the rules about names report of a document, against what docutils complains about.
@Suite("Names against docutils")
struct NamesOracleTests {
  static let skipReason: Testing.Comment = "skipped: no docutils"
  static let hasDocutils =
    Oracle.isPresent("python3") && (try? Oracle("python3").run(["-c", "import docutils"])) != nil

  @Test(
    "says what docutils says of the real documents", .enabled(if: hasDocutils, skipReason),
    .enabled(if: SharedFolder.isPresent, SharedFolder.skipReason))
  func corpus() throws {
    let paths = SharedFolder.documents(in: "corpus").map { (SharedFolder.path ?? "") + "/" + $0 }
    #expect(paths.count > 70)
    _ = try compare(paths)
  }

  @Test("says what docutils says of one construct after another", .enabled(if: hasDocutils, skipReason))
  func constructs() throws {
    let folder = try TemporaryFolder()
    let paths = try Self.documents.enumerated().map { try folder.write($1, to: "\($0).rst") }
    #expect(try compare(paths) > 25)
  }

  @Test("says what docutils says of constructs in any order", .enabled(if: hasDocutils, skipReason))
  func randomDocuments() throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let blocks = (0..<6).map { _ in Self.blocks.randomElement(using: &random) ?? "" }
      paths.append(try folder.write(blocks.joined(separator: "\n\n") + "\n", to: "\(seed).rst"))
    }
    #expect(try compare(paths) > 300)
  }

  /// - Returns: how many names docutils complains about.
  private func compare(_ paths: [String]) throws -> Int {
    let output = try Oracle("python3").run([PackageFile.path("Tests/Oracles/rst.py")] + paths)
    let published = try JSONDecoder().decode([String: Reading].self, from: output)
    #expect(published.count == paths.count)
    var count = 0
    // docutils itself fails with some circles of names.
    for (path, expected) in published where expected.failure == nil {
      let names = Set(try #require(expected.names).map { $0.joined(separator: " ") })
      let found = try findings(path)
      count += names.count
      #expect(found == names, "\(path): \(found.subtracting(names)) too many, \(names.subtracting(found)) missed")
    }
    return count
  }

  private struct Reading: Decodable {
    var names: [[String]]?
    var failure: String?
  }

  /// `undefined-reference gh-1`, one for each name; no name where numbers do not match.
  private func findings(_ path: String) throws -> Set<String> {
    let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    let document = DocumentReader.read(file, as: .restructuredText)
    let today = try #require(RuleExample.today)
    let context = RuleContext(
      file: file, document: document, policy: .nep57, located: LocatedPolicy(listings: [], unknownTiers: []),
      today: today)
    let rules = ["undefined-reference", "duplicate-target"].compactMap(AllRules.rule)
    return Set(
      RuleRunner.diagnostics(for: context, rules: rules).map { finding in
        let isCount = finding.message.contains("anonymous") || finding.message.contains("fewer footnotes")
        let quoted = finding.message.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first ?? ""
        let isFootnote = quoted.hasPrefix("#")
        return "\(finding.rule) " + (isCount ? "" : quoted.dropFirst(isFootnote ? 1 : 0).lowercased())
      })
  }

  private static let documents = [
    // Anonymous references and targets, embedded ones among them.
    "`a`__ b__ `c <https://e.org>`__ `d <e_>`__\n\n__ https://e.org\n.. __: f_\n\n.. _e: https://e.org/e\n",
    "`a`__\n", "__ https://e.org\n", ".. |s| replace:: text\n\n|s|__\n\n__ https://e.org\n",
    // Embedded addresses and aliases.
    "`a <https://e.org/1>`_ `a <https://e.org/1>`_ a_\n", "`a <https://e.org/1>`_ `A <https://e.org/2>`_ a_\n",
    "`a <b_>`_ `a <b_>`_ a_ `c <d_>`_\n\n.. _b: https://e.org\n", "`a <a_>`_\n", "`a <A_>`_\n\n.. _a:\n\nHere.\n",
    // Indirect targets, in circles as well.
    "a_\n\n.. _a: b_\n.. _b: `c d`_\n.. _c d: https://e.org\n", "a_\n\n.. _a: b_\n.. _b: a_\n", ".. _a: a_\n",
    ".. _a: b_\n",
    // Substitutions.
    "|a| |B| |c|\n\n.. |A| replace:: x_\n.. |b| image:: b.png\n   :target: y_\n.. |c| not a directive\n",
    ".. |a| replace:: x\n.. |A| replace:: y\n", ".. |a| replace:: x\n.. |a| replace:: y\n",
    // Footnotes and citations.
    "[1]_ [2]_ [#]_ [#n]_ [*]_ [Cit]_\n\n.. [1] a\n.. [#] b\n.. [#n] c\n.. [*] d\n.. [CIT] e\n",
    "[#]_ [#]_ [*]_ [*]_ [nope]_ [#nope]_\n\n.. [#] a\n.. [*] b\n", "[#nope]_\n\n.. [#] a\n",
    "[1]_ [2]_ [3]_\n\n.. [#n] a\n.. [2] b\n.. [#] c\n", ".. [1] a\n.. [1] b\n\n[1]_\n", ".. [c] a\n.. [C] b\n",
    "n_\n\n.. [#n] a\n",
    // Names with escapes, colons, white space and case.
    "`a b`_ `A\nB`_ `a:b`_ `a\\:b`_ `ÄÖ`_\n\n.. _a  b: https://e.org\n.. _a\\:b: https://e.org/2\n.. _äö: https://e.org/3\n",
    // Markup within markup, and text that is none.
    "*a_* **b_** ``c_`` d\\_ :ref:`e` :func:`f_` (g_) \"h_\" i_.\n", "::\n\n   a_\n\n.. a_\n\n>>> b_\n",
    "word_internal and _x\n",
    // Titles and the table of contents.
    "Same\n====\n\na\n\nSame\n====\n\nsame_\n", ".. _same:\n\nSame\n====\n\nsame_\n",
    "Same\n====\n\n.. _same: https://e.org\n\nsame_\n",
    ".. contents::\n\ncontents_ `table of contents`_\n",
    ".. contents:: Table of *contents*\n\n`table of contents`_ contents_\n",
    "Contents\n========\n\n.. contents::\n   :local:\n\ncontents_\n",
    ".. contents::\n\nContents\n========\n\ncontents_\n",
    // Directives that name an element, and those whose content is no markup.
    ".. note::\n   :name: A  note\n\n   x\n\n`a note`_\n", ".. _a:\n\n.. code-block:: c\n   :name: a\n\n   b_\n",
    ".. image:: a.png\n   :target: a_\n\n.. figure:: b.png\n   :target: https://e.org\n   :name: b\n\nb_\n",
    ".. autosummary::\n   :toctree: x\n\n   a_\n\n.. testcode::\n\n   b_\n\n.. toctree::\n\n   c_\n\n.. mermaid::\n\n   d_ --> e_\n",
    ".. list-table:: a_\n   :name: t\n\n   * - t_\n     - b_\n", ".. only:: html\n\n   a_\n",
    ".. unknown:: a_\n\n   b_\n",
    // Targets in the text, in cells and before blocks.
    "_`a` a_ _`a`\n", "+------+\n| _`a` |\n+------+\n\na_\n", ".. _a:\n.. _b:\n\nHere: a_ b_.\n",
    ".. _a:\n\n.. _a:\n\nText.\n",
  ]

  private static let blocks = [
    "a_ `B <https://e.org/1>`_ `b <https://e.org/2>`__", "`a <b_>`_ c__ [#]_", "[1]_ [#]_ [#n]_ [*]_ [cit]_",
    "|s| |S|_ |t|__",
    "`two words`_ `two <two words_>`_ _`a`", ".. _a: https://e.org/1", ".. _a: https://e.org/2", ".. _B:",
    ".. _two  words: a_",
    ".. _c: d_", "__ https://e.org", ".. __: b_", ".. [1] a_", ".. [#] b_", ".. [#n] c", ".. [*] d", ".. [cit] e",
    ".. [Cit] f",
    ".. |s| replace:: text", ".. |s| replace:: a_", ".. |t| image:: t.png\n   :target: a_", "A\n====================",
    "Two words\n====================",
    ".. contents::", ".. contents:: b", ".. note::\n   :name: a\n\n   b_", "::\n\n   none_",
    ".. testcode::\n\n   none_", "contents_ d_",
    "+------+\n| a_ b |\n+------+", "* `B`_", ".. [2] g", "[2]_ [3]_",
  ]
}
