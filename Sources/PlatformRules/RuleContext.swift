package import Diagnostics
package import PlatformModel
package import PolicyDocuments

/// What a rule looks at: one document, read and understood, and the day it is looked at.
package struct RuleContext: Sendable {
  package let file: SourceFile
  package let document: PolicyDocument
  package let policy: Policy
  package let located: LocatedPolicy
  /// Passed in, so that equal input gives equal output whatever the clock says.
  package let today: CalendarDate

  package init(
    file: SourceFile, document: PolicyDocument, policy: Policy, located: LocatedPolicy, today: CalendarDate
  ) {
    self.file = file
    self.document = document
    self.policy = policy
    self.located = located
    self.today = today
  }
}
