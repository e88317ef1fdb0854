import Checks
import Diagnostics
import Documents
import Policy

/// What the rules of family `rows` report of a document: `error missing-contact 3:5`, one line each.
func rowFindings(
  in file: SourceFile, as format: DocumentFormat, policy: Policy = .nep57,
  today: CalendarDate? = CalendarDate(year: 2026, month: 11, day: 23)
) -> [Diagnostic] {
  guard let today else { return [] }
  let document = DocumentReader.read(file, as: format)
  let context = RuleContext(
    file: file, document: document, policy: policy,
    located: PolicyInterpreter.locate(document, in: file, policy: policy), today: today)
  return RuleRunner.diagnostics(for: context, rules: AllRules.family(.rows))
}

/// The ids of the rules that fire on a Markdown document.
func rowRules(firingOn text: String, policy: Policy = .nep57) -> [String] {
  rowFindings(in: SourceFile(path: "page.md", text: text), as: .markdown, policy: policy).map(\.rule)
}

/// A page with all of NEP 57's headings, and one row of a tier in it.
func page(tier: Int, platform: String = "Haiku", note: String = "", contacts: String = "Ada Lovelace") -> String {
  let row = { (number: Int) in
    let cells = number == tier ? [platform, note, contacts] : ["Other \(number)", "", "Grace Hopper"]
    return "| " + (number == 1 ? cells.dropLast() : cells[...]).joined(separator: " | ") + " |"
  }
  let tables = [1, 2, 3].map { number in
    let columns = number == 1 ? ["Platform", "Notes"] : ["Platform", "Notes", "Contacts"]
    let rule = columns.map { _ in "---" }
    return """
      ## Tier \(number)

      | \(columns.joined(separator: " | ")) |
      | \(rule.joined(separator: " | ")) |
      \(row(number))
      """
  }
  let unsupported = """
    ## Unsupported platforms

    Previously in a supported tier:

    | Platform | Notes |
    | --- | --- |
    | Ultrix | \(tier == 0 ? note : "Was Tier 3") |
    """
  return (tables + [unsupported]).joined(separator: "\n\n") + "\n"
}
