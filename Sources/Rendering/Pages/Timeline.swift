/// Where something stood over a span of time: a lane for each place, in it a bar for each stay.
///
/// Positions are thousandths of the span, so that the same dates give the same bytes.
package struct Timeline: Hashable, Sendable {
  package struct Lane: Hashable, Sendable {
    package let name: String
    package var tone: PageTone
    package var stays: [Stay]

    package init(_ name: String, _ tone: PageTone, stays: [Stay]) {
      self.name = PageText.trimmed(name)
      self.tone = tone
      self.stays = stays
    }
  }

  package struct Stay: Hashable, Sendable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = min(max(start, 0), 1000)
      self.end = min(max(end, self.start), 1000)
    }
  }

  /// A day that something moved on.
  package struct Mark: Hashable, Sendable {
    package var position: Int
    package let label: String

    package init(position: Int, label: String) {
      self.position = min(max(position, 0), 1000)
      self.label = PageText.trimmed(label)
    }
  }

  package let title: String
  /// All that the lanes show, in words.
  package let summary: String
  package var lanes: [Lane]
  package var marks: [Mark]

  package init(title: String, summary: String, lanes: [Lane], marks: [Mark]) {
    self.title = PageText.trimmed(title)
    self.summary = PageText.trimmed(summary)
    self.lanes = lanes
    self.marks = marks
  }
}
