/// A dated change of a platform's place. The first one says where the platform stood when the registry began.
package struct Move: Hashable, Sendable {
  package var date: CalendarDate
  /// The id of a tier or of an unsupported list.
  package var to: String
  /// The first release that it applies to; nil where it applies to every release made from its date on.
  package var release: ReleaseVersion?
  package var pullRequests: [IssueReference]
  package var issues: [IssueReference]
  /// Links to the messages or threads that decided it.
  package var mailingList: [String]
  /// Where the council decided it.
  package var council: String?
  /// Where the community was told.
  package var announcement: String?
  package var remark: String?
  /// What the policy said of the platform while this move was the last one, where that differs from what it says now.
  /// CommonMark inlines.
  package var notes: String?
  /// The same for further columns, by their titles.
  package var columns: [String: String]
  /// The contacts while this move was the last one, where they differ from the ones now.
  package var contacts: [Contact]?

  package init(
    date: CalendarDate, to: String, release: ReleaseVersion? = nil, pullRequests: [IssueReference] = [],
    issues: [IssueReference] = [], mailingList: [String] = [], council: String? = nil, announcement: String? = nil,
    remark: String? = nil, notes: String? = nil, columns: [String: String] = [:],
    contacts: [Contact]? = nil
  ) {
    self.date = date
    self.to = to
    self.release = release
    self.pullRequests = pullRequests
    self.issues = issues
    self.mailingList = mailingList
    self.council = council
    self.announcement = announcement
    self.remark = remark
    self.notes = notes
    self.columns = columns
    self.contacts = contacts
  }
}

/// An issue or a pull request.
package enum IssueReference: Hashable, Sendable {
  /// In the repository that the policy names.
  case number(Int)
  case url(String)
}
