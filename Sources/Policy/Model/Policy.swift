/// A platform-support policy: the ordered tiers and the unsupported lists, what each demands, and how its documents
/// show them.
///
/// It is data. `Policy.nep57` is built in; a `policy.yaml` gives the same type, and nothing in the tool knows more about
/// a policy than what stands here.
package struct Policy: Hashable, Sendable {
  /// A short name for configuration: `nep57`.
  package var id: String
  /// How messages call it: `NEP 57`.
  package var name: String
  /// Where it is published, for the `url` of diagnostics.
  package var url: String?
  /// The project whose platforms it sorts, as people write it: `NumPy`.
  package var project: String?
  /// Highest first.
  package var tiers: [Tier]
  package var unsupportedLists: [UnsupportedList]
  /// What tells one platform from another. More than the label where one target triple stands in several tiers; empty
  /// where a platform may be listed any number of times.
  package var identity: [ColumnRole]
  package var moveDemands: [MoveDemand]
  /// The share of users, in percent, that a tier with wheels asks for as a rule of thumb.
  package var demandThreshold: Double?
  package var document: DocumentConventions
  /// The feature releases whose days are known, in the order of their versions.
  package var releaseCycles: [ReleaseCycle]

  package init(
    id: String, name: String, url: String? = nil, project: String? = nil, tiers: [Tier],
    unsupportedLists: [UnsupportedList] = [],
    identity: [ColumnRole] = [.platform], moveDemands: [MoveDemand] = [], demandThreshold: Double? = nil,
    document: DocumentConventions = DocumentConventions(), releaseCycles: [ReleaseCycle] = []
  ) {
    self.id = id
    self.name = name
    self.url = url
    self.project = project
    self.tiers = tiers
    self.unsupportedLists = unsupportedLists
    self.identity = identity
    self.moveDemands = moveDemands
    self.demandThreshold = demandThreshold
    self.document = document
    self.releaseCycles = releaseCycles
  }
}

/// A tier: what a platform in it is promised, and what that asks for.
package struct Tier: Hashable, Sendable {
  /// `tier-1`.
  package var id: String
  /// `Tier 1`.
  package var name: String
  package var duties: Duties
  package var listing: TierSection
}

/// A list of platforms that no tier supports.
package struct UnsupportedList: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case formerlySupported = "formerly-supported"
    case knownInterest = "known-interest"
  }

  package var id: String
  package var name: String
  package var kind: Kind
  package var listing: TierSection
}

/// Where a document lists the platforms of a tier or of an unsupported list, and in which columns.
package struct TierSection: Hashable, Sendable {
  /// Titles of the headings that it may stand under, compared without case and with white space collapsed.
  package var headings: [String]
  /// Words of the paragraph that introduces the table or list, where one heading has several; compared without case.
  /// Empty: every table under the heading.
  package var introducedBy: [String]
  package var columns: [Column]
  /// Rows count only where the column with this title has this text; all rows when nil.
  package var rowFilter: RowFilter?
  /// Whether a document without it is at fault.
  package var isRequired: Bool

  package init(
    headings: [String], introducedBy: [String] = [], columns: [Column], rowFilter: RowFilter? = nil,
    isRequired: Bool = true
  ) {
    self.headings = headings
    self.introducedBy = introducedBy
    self.columns = columns
    self.rowFilter = rowFilter
    self.isRequired = isRequired
  }
}

package struct RowFilter: Hashable, Sendable {
  package var column: String
  package var text: String
}

/// What a column of a tier's table means to the policy.
package enum ColumnRole: String, CaseIterable, Sendable {
  case platform
  case notes
  case contacts
  /// From which version of the system on the platform is supported: `Windows 10`, `>= 12`.
  case minimumVersion = "minimum-version"
  /// Up to which version, release or day it is.
  case until
  /// A column that the policy names and gives no meaning.
  case other

  /// Whether a column's text is kept by the column's title: no field of a platform has it.
  package var isFurther: Bool {
    switch self {
    case .platform, .notes, .contacts: false
    case .minimumVersion, .until, .other: true
    }
  }
}

package struct Column: Hashable, Sendable {
  /// The title as it is written in a new table.
  package var title: String
  /// Further titles that documents use for it.
  package var otherTitles: [String]
  package var role: ColumnRole
  package var isRequired: Bool

  package init(_ title: String, otherTitles: [String] = [], role: ColumnRole, isRequired: Bool = true) {
    self.title = title
    self.otherTitles = otherTitles
    self.role = role
    self.isRequired = isRequired
  }
}
