import Diagnostics
import Evidence

/// Reports an entry of a file of evidence that counts for nothing. Whoever reads the file finds it.
extension Rule {
  static let invalidEntry = Rule(
    id: "invalid-entry", family: .evidence, severity: .warning,
    summary: "an entry of a listing or a table of downloads is not what it should be, and is left out",
    rationale: """
      An entry that cannot be understood may be the wheel that seems to be missing, or half of a platform's downloads. \
      The rest of the file is read; what was left out has to be known.
      """,
    remedy: "Look at the entry: an index has what was uploaded, and a table what its query says.",
    accepted: [
      .files(
        """
        --- index.json
        {"name": "demo", "files": [{"filename": "Demo-3.0.0-py3-none-any.whl"}, {"filename": "demo-3.0.0.tar.gz"}]}
        --- usage.csv
        filename,num_downloads
        "demo-3.0.0-py3-none-any.whl",12
        """)
    ],
    flagged: [
      .files(
        """
        --- index.json
        {"name": "demo", "files": [
          {"filename": "↓demo-3.0.0-py3-none.whl"},
          {"filename": "↓demo-3.x.tar.gz"},
          {"filename": "demo-3.0.0.tar.gz"},
          {"filename": "↓demo-3.0.0.tar.gz"},
          {"filename": "↓other-3.0.0.tar.gz"}]}
        """),
      .files(
        """
        --- platforms/haiku.yaml
        name: Haiku
        target: {os: haiku, arch: x86-64, interpreter: cpython}
        moves: [{date: 2026-02-09, to: tier-2}]
        --- usage.csv
        platform,downloads
        Haiku,12
        ↓hiaku,3
        Plan 9,↓many
        """),
    ])
}
