package import Diagnostics
package import Documents
package import Policy

/// What a rule looks at: one document, read and understood, and the day it is looked at.
package struct RuleContext: Sendable {
  package let file: SourceFile
  package let document: PolicyDocument
  package let policy: Policy
  package let located: LocatedPolicy
  /// Passed in, so that equal input gives equal output whatever the clock says.
  package let today: CalendarDate
  /// How the document compares with the project's registry; nil where there is none.
  package let agreement: Agreement?

  package init(
    file: SourceFile, document: PolicyDocument, policy: Policy, located: LocatedPolicy, today: CalendarDate,
    registry: Registry? = nil
  ) {
    self.file = file
    self.document = document
    self.policy = policy
    self.located = located
    self.today = today
    agreement = registry.map { Agreement(located, in: file.path, registry: $0, today: today) }
  }
}
