/// Where platforms stood over the years, drawn as one picture: a row a platform.
///
/// Days are counted as `CalendarDate.dayNumber` counts them. What lies outside of the span is cut off at its ends.
package struct TimelineChart: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var name: String
    /// Thin, below the stays: something was there, whatever was promised.
    package var presence: Bar?
    package var stays: [Stay]
    /// What is announced, up to its last day.
    package var announced: Bar?
    /// Written behind the last bar.
    package var remark: String

    package init(_ name: String, presence: Bar?, stays: [Stay], announced: Bar?, remark: String) {
      self.name = PageText.trimmed(name)
      self.presence = presence
      self.stays = stays
      self.announced = announced
      self.remark = PageText.trimmed(remark)
    }
  }

  package struct Bar: Hashable, Sendable {
    package var start: Int
    package var end: Int
    /// What it says, for who points at it.
    package var text: String

    package init(_ start: Int, _ end: Int, _ text: String) {
      self.start = start
      self.end = max(start, end)
      self.text = PageText.trimmed(text)
    }
  }

  package struct Stay: Hashable, Sendable {
    package var bar: Bar
    package var tone: PageTone

    package init(_ bar: Bar, _ tone: PageTone) {
      self.bar = bar
      self.tone = tone
    }
  }

  /// A line from top to bottom.
  package struct Mark: Hashable, Sendable {
    package var day: Int
    package var label: String

    package init(_ day: Int, _ label: String) {
      self.day = day
      self.label = PageText.trimmed(label)
    }
  }

  package struct Key: Hashable, Sendable {
    package var tone: PageTone
    package var text: String

    package init(_ tone: PageTone, _ text: String) {
      self.tone = tone
      self.text = PageText.trimmed(text)
    }
  }

  package var title: String
  /// What it shows, in a few sentences.
  package var summary: String
  /// The first and the last day that it shows.
  package var first: Int
  package var last: Int
  package var rows: [Row]
  package var years: [Mark] = []
  package var releases: [Mark] = []
  /// The day that the policy begins.
  package var start: Mark?
  /// The day up to which something is known.
  package var today: Mark?
  package var key: [Key] = []
  /// What the thin bars stand for; nil where there are none.
  package var presence: String?
  /// What hatched bars stand for; nil where there are none.
  package var announcement: String?

  package init(title: String, summary: String, first: Int, last: Int, rows: [Row]) {
    self.title = PageText.trimmed(title)
    self.summary = PageText.trimmed(summary)
    self.first = first
    self.last = max(last, first + 1)
    self.rows = rows
  }

  package static let width = TimelineDrawing.width
  package var height: Int { TimelineDrawing(self).height }

  /// The whole file.
  package var svg: [UInt8] { TimelineDrawing(self).bytes }
}
