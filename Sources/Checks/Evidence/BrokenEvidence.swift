import Diagnostics
import Evidence

/// Reports a file of evidence that is not what it was given for. Whoever reads it finds that.
extension Rule {
  static let brokenEvidence = Rule(
    id: "broken-evidence", family: .evidence, severity: .error,
    summary: "a file of evidence is not what it was given for, or breaks off",
    rationale: """
      Half a listing has half the wheels, and an audit by it would call the other half missing. What could be read \
      counts for what it shows; of what it does not have, nothing is said.
      """,
    remedy: "Fetch the file again, and look at what the server sent instead.",
    accepted: [
      .files(
        """
        --- index.json
        {"name": "demo", "files": []}
        """)
    ],
    flagged: [
      .files(
        """
        --- index.json
        {"name": "demo", "files": [
          {"filename": "demo-3.0.0.tar.gz", "yanked": false},
          {"filename": "demo-3.0.1.tar↓
        """),
      .files(
        """
        --- index.html
        <html><body><a href="demo-3.0.0.tar.gz">demo-3.0.0.tar.gz</a></body></html>
        --- usage.csv
        ↓<html>
        """),
    ])
}
