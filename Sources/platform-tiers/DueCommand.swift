import ArgumentParser
import PlatformTiersKit
import Policy

/// Lists what falls due.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what falls due and when, soonest first: notices, dates in notes, contacts, demand.",
    discussion: "What is late is always listed.")

  @Option(
    name: [.customLong("today"), .customLong("at")],
    help: ArgumentHelp("Count from this day instead of today (in UTC).", valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Option(help: ArgumentHelp("List only what falls due within so many days.", valueName: "days"))
  var within: Int?

  @OptionGroup var registry: RegistryOptions

  @Option(
    help: ArgumentHelp("How to print it: text, json or ical.", valueName: "format"),
    transform: OutputFormat.among(.text, .json, .ical))
  var format = OutputFormat.text

  func validate() throws {
    if let within, within < 0 { throw ValidationError("'--within' takes a number of days, 0 or more") }
  }

  func run() throws {
    let today = try today ?? Clock.day()
    let list = DueList(try registry.registry(), today: today, within: within)
    switch format {
    case .json: try StandardStream.output.write(list.json)
    case .ical: try StandardStream.output.write(list.calendar)
    default: try StandardStream.output.write(list.text(StandardStream.output.layout()))
    }
  }
}
