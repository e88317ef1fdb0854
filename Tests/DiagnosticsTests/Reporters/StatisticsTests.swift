import Diagnostics
import Testing

@Suite struct StatisticsTests {
  @Test func `rules are counted, most often first`() {
    var findings = SampleReports.ordinary.diagnostics
    findings.append(contentsOf: findings.filter { $0.rule == "placeholder-contact" })
    let expected = """
      count  rule                 severity  fixable  summary
          2  placeholder-contact  error           2  a contact that is nobody
          1  misaligned-border    warning         0  a border off its columns

      """
    #expect(Statistics.table(findings, rules: SampleReports.rules, Layout()) == expected)
  }

  @Test func `nothing is counted when nothing was found`() {
    #expect(Statistics.table([], rules: SampleReports.rules, Layout()) == "")
  }
}
