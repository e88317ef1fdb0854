/// What a project knows of its platforms: the policy, the people and the platforms themselves.
package struct Registry: Hashable, Sendable {
  package var policy: Policy
  /// By id.
  package var people: [String: Person]
  /// In the order of their ids.
  package var platforms: [Platform]

  package init(policy: Policy, people: [String: Person] = [:], platforms: [Platform] = []) {
    self.policy = policy
    self.people = people
    self.platforms = platforms
  }

  /// Where a platform stood at the end of a day; where it stands now when nil. Nil before its first move.
  package func place(of platform: Platform, at date: CalendarDate? = nil) -> Place? {
    platform.move(at: date).flatMap { policy.place($0.to) }
  }

  /// Where a platform stands for a release, as known on a day; as known now when nil.
  package func place(
    of platform: Platform, forRelease release: ReleaseVersion, at date: CalendarDate? = nil
  ) -> Place? {
    platform.move(forRelease: release, at: date).flatMap { policy.place($0.to) }
  }

  /// The titles of the columns that any of some texts by title are for: the policy's in its order, then the others. A
  /// column that gives a part of the name is left out.
  package func furtherTitles(of texts: [[String: String]]) -> [String] {
    let columns = policy.places.flatMap { $0.listing.columns }
    let names = Set(columns.filter { $0.role == .platform }.map { $0.title })
    let used = Set(texts.flatMap { $0.keys }).subtracting(names)
    var titles: [String] = []
    for title in columns.map({ $0.title }) + used.sorted() where used.contains(title) && !titles.contains(title) {
      titles.append(title)
    }
    return titles
  }

  /// What somebody is called; the id of somebody who is not among the people.
  package func name(of person: String) -> String { people[person]?.name ?? person }

  /// In what capacity somebody is a contact: the contact's own role, else the person's.
  package func role(of contact: Contact) -> Known<ContactRole> {
    contact.role.map { .known($0) } ?? people[contact.person]?.role ?? .unknown
  }
}
