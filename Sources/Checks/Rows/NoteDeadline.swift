package import Policy

/// A date that a note gives for something still to come.
package struct NoteDeadline: Hashable, Sendable {
  /// In lower case: `2027/28`, `may 2026`.
  package let text: String
  /// The last day on which the note is not out of date.
  package let lastDay: CalendarDate

  /// The deadlines of a note, in its order.
  ///
  /// Whether a date lies ahead or tells history is decided by the words of its sentence: `was`, `since` or `dropped in`
  /// tell history, `by`, `expected` or `until` do not. A year alone is a date only after such a word, for `Windows Server
  /// 2022` is none.
  ///
  /// - Parameter isHistory: the note is about something that is over, so that a date counts only where the sentence says
  ///   that it lies ahead.
  package static func deadlines(in note: String, isHistory: Bool) -> [NoteDeadline] {
    guard note.hasYear else { return [] }
    return NoteSentences.words(of: note).flatMap { sentence in
      sentence.indices.compactMap { index -> NoteDeadline? in
        guard let date = NoteDate(sentence[index], after: sentence[..<index]) else { return nil }
        let context = DateContext(
          before: sentence[..<(index - date.wordsBefore)].suffix(longestClause),
          after: sentence[(index + 1)...].prefix(longestClause))
        guard !date.isYearAlone || context.tellsTime else { return nil }
        let isAhead =
          switch context.signal {
          case .future: true
          case .deadline, .silent: !isHistory
          case .history: false
          }
        return isAhead ? NoteDeadline(text: date.text, lastDay: date.lastDay) : nil
      }
    }
  }

  /// The date as the note writes it: `May 2026`.
  package func text(asIn note: String) -> String {
    let bytes = Array(note.utf8)
    let wanted = Array(text.utf8)
    guard wanted.count <= bytes.count else { return text }
    let start = (0...bytes.count - wanted.count).first { start in
      zip(bytes[start...], wanted).allSatisfy { written, own in
        written == own || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(written) && written | 0x20 == own
      }
    }
    return start.map { String(decoding: bytes[$0..<$0 + wanted.count], as: UTF8.self) } ?? text
  }

  /// How many words before and after a date may tell what it is; further away they speak of something else.
  private static let longestClause = 100
}

extension String {
  /// Whether four digits follow one another, without which there is no date.
  fileprivate var hasYear: Bool {
    var digits = 0
    for byte in utf8 {
      digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }
}

/// What the words around a date say of it.
private struct DateContext {
  enum Signal {
    case future
    case deadline
    case history
    case silent
  }

  let signal: Signal
  /// Whether the word before the date makes a number a year: `by 2026`, `in 2026`.
  let tellsTime: Bool

  /// The nearest word before the date that tells past or future decides, or else the word right before it.
  init(before: ArraySlice<String>, after: ArraySlice<String>) {
    let preposition = before.reversed().first { !Self.articles.contains($0) } ?? ""
    tellsTime = Self.deadlines.contains(preposition) || Self.times.contains(preposition)
    if let signal = Self.signal(before, isDeadline: Self.deadlines.contains(preposition)) {
      self.signal = signal
    } else if Self.deadlines.contains(preposition) {
      signal = .deadline
    } else if Self.beginnings.contains(preposition) {
      signal = .history
    } else {
      signal = after.contains { Self.past.contains($0) || Self.participles.contains($0) } ? .history : .silent
    }
  }

  private static func signal(_ before: ArraySlice<String>, isDeadline: Bool) -> Signal? {
    for (index, word) in zip(before.indices, before).reversed() {
      if aheadWords.contains(word) { return .future }
      if past.contains(word) { return .history }
      guard participles.contains(word) else { continue }
      // `to be dropped in 2026` lies ahead, as does `dropped by 2026`; `dropped in 2022` does not.
      if index > before.startIndex, before[index - 1] == "be" { return .future }
      return isDeadline ? .deadline : .history
    }
    return nil
  }

  private static let articles: Set = ["the", "end", "of", "start", "middle", "beginning", "about", "around", "a"]
  private static let deadlines: Set = ["by", "until", "till", "til", "before", "through"]
  private static let times: Set = ["in", "during", "for"]
  /// Also `as of`, whose `of` counts as an article.
  private static let beginnings: Set = ["from", "since", "after", "as"]
  private static let aheadWords: Set = [
    "will", "expected", "expect", "expects", "planned", "plan", "plans", "scheduled", "due", "going", "intended",
    "deadline", "eta", "target", "targeted", "should", "supposed", "anticipated", "upcoming",
  ]
  private static let past: Set = [
    "was", "were", "had", "since", "ran", "used", "formerly", "previously", "last", "became", "went",
  ]
  private static let participles: Set = [
    "dropped", "removed", "stopped", "ended", "moved", "added", "demoted", "promoted", "announced", "decided",
    "discussed",
    "merged", "released", "built", "accepted", "introduced", "started", "deprecated", "retired", "closed", "shut",
    "updated", "checked", "reported", "tested", "approved", "published", "created", "agreed", "confirmed",
  ]
}

/// A date as people write it in a sentence, with the last day that it covers.
private struct NoteDate {
  let text: String
  let lastDay: CalendarDate
  let isYearAlone: Bool
  /// How many of the words before belong to the date: the month of `May 2026`.
  let wordsBefore: Int

  init?(_ word: String, after before: ArraySlice<String>) {
    guard word.hasYear else { return nil }
    if let day = CalendarDate(word) {
      self.init(text: word, lastDay: day)
    } else if let month = Self.month(word) {
      self.init(text: word, lastDay: month)
    } else if let season = Self.season(word) {
      self.init(text: word, lastDay: season)
    } else if let year = Self.year(word) {
      let named = before.last.flatMap { Self.lastDay(of: $0, year: year) }
      guard let day = named ?? CalendarDate(year: year, month: 12, day: 31) else { return nil }
      let name = named == nil ? nil : before.last
      self.init(
        text: [name, word].compactMap { $0 }.joined(separator: " "), lastDay: day, isYearAlone: named == nil,
        wordsBefore: named == nil ? 0 : 1)
    } else if let (prefix, year) = Self.prefixedYear(word), let day = Self.lastDay(of: prefix, year: year) {
      self.init(text: word, lastDay: day)
    } else {
      return nil
    }
  }

  private init(text: String, lastDay: CalendarDate, isYearAlone: Bool = false, wordsBefore: Int = 0) {
    self.text = text
    self.lastDay = lastDay
    self.isYearAlone = isYearAlone
    self.wordsBefore = wordsBefore
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, text.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(text) else { return nil }
    return (1990...2100).contains(year) ? year : nil
  }

  /// `2026-05`.
  private static func month(_ word: String) -> CalendarDate? {
    let parts = word.split(separator: "-")
    guard parts.count == 2, parts[1].utf8.count == 2, let year = year(parts[0]), let month = Int(parts[1]) else {
      return nil
    }
    return end(of: month, year: year)
  }

  /// `2027/28` and `2027/2028`: the end of the second year.
  private static func season(_ word: String) -> CalendarDate? {
    let parts = word.split { $0 == "/" || $0 == "–" }
    guard parts.count == 2, let first = year(parts[0]), let second = Int(parts[1]) else { return nil }
    let year = parts[1].utf8.count == 2 ? first / 100 * 100 + second : second
    guard year == first + 1 else { return nil }
    return end(of: 12, year: year)
  }

  /// `mid-2026`, `q3/2026`.
  private static func prefixedYear(_ word: String) -> (prefix: String, year: Int)? {
    let parts = word.split { $0 == "-" || $0 == "/" }
    guard parts.count == 2 else { return nil }
    if let year = year(parts[1]) { return (String(parts[0]), year) }
    if let year = year(parts[0]) { return (String(parts[1]), year) }
    return nil
  }

  /// The last day of `May`, `Q3`, `mid` or `late` of a year.
  private static func lastDay(of name: String, year: Int) -> CalendarDate? {
    if let month = months.firstIndex(where: { name == $0 || name == $0.prefix(3) }) {
      return end(of: month + 1, year: year)
    }
    switch name {
    case "q1": return end(of: 3, year: year)
    case "q2", "mid", "middle", "spring": return end(of: 6, year: year)
    case "q3", "summer": return end(of: 9, year: year)
    case "q4", "late", "early", "autumn", "fall", "winter": return end(of: 12, year: year)
    default: return nil
    }
  }

  private static func end(of month: Int, year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
