/// Somebody who is a contact for a platform, or was.
package struct Person: Hashable, Sendable {
  package var id: String
  /// As the policy's tables write it.
  package var name: String
  /// The name on the service that hosts the project's code.
  package var handle: Known<String>
  package var role: Known<ContactRole>

  package init(
    id: String, name: String, handle: Known<String> = .unknown, role: Known<ContactRole> = .unknown
  ) {
    self.id = id
    self.name = name
    self.handle = handle
    self.role = role
  }
}
