/// A person who answers for a platform.
package struct Contact: Hashable, Sendable {
  /// The id under which `Registry.people` has the person.
  package var person: String
  /// In what capacity, where that differs from the person's own role.
  package var role: ContactRole?
  package var acknowledgement: Known<Acknowledgement>
  /// The last day on which they said that this still holds.
  package var confirmed: CalendarDate?
  package var employment: Known<Employment>

  package init(
    person: String, role: ContactRole? = nil, acknowledgement: Known<Acknowledgement> = .unknown,
    confirmed: CalendarDate? = nil, employment: Known<Employment> = .unknown
  ) {
    self.person = person
    self.role = role
    self.acknowledgement = acknowledgement
    self.confirmed = confirmed
    self.employment = employment
  }
}

/// When a contact agreed to be listed, and where that can be read.
package struct Acknowledgement: Hashable, Sendable {
  package var date: CalendarDate
  package var url: String?
}

/// Whether a contact is paid for the platform. The policy lets them be, and asks that they say so and whether their
/// long-term support depends on it.
package enum Employment: String, CaseIterable, Sendable {
  /// Not paid for it.
  case none
  case disclosed
  case undisclosed
}
