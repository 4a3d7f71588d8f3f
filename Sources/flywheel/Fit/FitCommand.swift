import ArgumentParser
import Documents
import Foundation
import Market
import ExperimentReports
import Reports
import Takeaways

/// `flywheel fit`: calibrates purchases, lapses and baskets on a real log.
struct FitCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Calibrates purchases, lapses and baskets on a purchase log.",
    discussion: """
      The log is a CSV file with a row per purchase, in any order. Purchases of one customer on one \
      day count as one. Dates and amounts are read as spreadsheets write them; how is decided from all rows of a \
      column, and said.

      Fits BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma by maximum likelihood. With --until the models are \
      fitted to what happened up to that day, and checked against what followed. A scenario can be \
      played by any of the first three, which differ in who still is a customer. BG/BB, with --model bg-bb, is for \
      customers who are asked at certain times, such as once a year: it tells who still is one, and no \
      scenario plays it.

      A purchase without an amount is a purchase: only baskets leave it out.
      """)

  @Argument(
    help: "The purchase log; - reads standard input.", completion: .file(extensions: ["csv"]))
  var log: String

  @Option(help: "The column that names the customer.")
  var customer: String

  @Option(help: "The column with the day of the purchase.")
  var date: String

  @Option(help: "The column with what was paid; without it only how often customers buy is told.")
  var amount: String?

  @Option(
    help: "The unit of time of rates and ages: day, week or month (30.4375 days).",
    completion: .list(RateUnit.allCases.map(\.rawValue)), transform: FitCommand.unit)
  var unit = RateUnit.week

  @Option(
    help: "The last day to fit to, such as 2026-03-01; the days after it check the fit.",
    transform: FitCommand.day)
  var until: CalendarDate?

  @Option(
    help: "The currency of the amounts, such as USD; without it amounts have two decimals.",
    transform: FitCommand.currency)
  var currency: Currency?

  @Option(help: "Units of time to forecast each customer for; the days after --until, or a year.")
  var horizon: Double?

  @Option(
    name: .customLong("model"),
    help:
      "The model to go by, bg-nbd, mbg-nbd, pareto-nbd or bg-bb; without it the likeliest of the first three.",
    completion: .list(FitModel.names), transform: FitCommand.model)
  var model: FitModel?

  @Option(
    help:
      "With --model bg-bb, when customers can buy once: every week, month, quarter or year. (default: year)",
    completion: .list(Opportunity.allCases.map(\.rawValue)), transform: FitCommand.opportunity)
  var opportunities: Opportunity?

  @Option(
    help:
      "Share of an order that is margin, such as 40%, for the CLV in --base. (default: 100%, which is revenue)",
    transform: FitCommand.share)
  var margin: Double?

  @Option(
    help: "Yearly discount of the CLV in --base, such as 8%. (default: 10%, as in --output)",
    transform: FitCommand.share)
  var discount: Double?

  @Option(help: "Write the fit as a scenario that `flywheel run` accepts.", completion: .file())
  var output: String?

  @Option(
    help: "Write a row per customer: history, chance to be alive, expected purchases.",
    completion: .file())
  var base: String?

  @OptionGroup var report: ReportOption

  @Option(
    help: "The folder of the report and its tables. (default: notebooks-out/<log>-fit)",
    completion: .directory)
  var results: String?

  @OptionGroup(title: "How The Log Is Written") var reading: ReadingOptions

  @Flag(help: "Print one JSON document instead.")
  var json = false

  func validate() throws {
    for (path, name) in [
      (log, "The log"), (output, "--output"), (base, "--base"), (results, "--results"),
    ] {
      try GivenPath.check(path, name)
    }
    try checkHorizon()
    try checkModel()
    if output != nil, amount == nil {
      throw ValidationError("--output needs --amount: a scenario says what an order brings.")
    }
    if output != nil, currency == nil {
      throw ValidationError("--output needs --currency, such as --currency USD.")
    }
    try checkAreDifferent()
  }

  private func checkModel() throws {
    if let opportunities, model != .opportunities {
      throw ValidationError(
        "--opportunities \(opportunities.rawValue) belongs to --model bg-bb.")
    }
    if model == .opportunities, output != nil {
      throw ValidationError(
        "BG/BB tells who still is a customer; no scenario can play it. Leave out --output, or --model bg-bb."
      )
    }
    for (value, name) in [(margin, "--margin"), (discount, "--discount")]
    where value != nil && (base == nil || amount == nil) {
      throw ValidationError(
        "\(name) is about the CLV in the table of customers: it needs --base and --amount.")
    }
  }

  /// As long as a scenario may play, whose horizon it becomes.
  private func checkHorizon() throws {
    guard let horizon else { return }
    let most = Double(ScenarioFile.longestHorizon) / unit.days
    guard horizon > 0, horizon <= most else {
      let whole = Int(most)
      throw ValidationError(
        "--horizon is a number of \(unit.plural) above 0 and at most \(whole),"
          + " the \(ScenarioFile.longestHorizon) days that a scenario can play.")
    }
  }

  /// By which files they are: what is written must not replace what is read, however it is spelled.
  private func checkAreDifferent() throws {
    let read = FileIdentity.ofInput(log)
    for (path, name) in [(output, "--output"), (base, "--base")] {
      guard let path else { continue }
      guard path != log, read.map({ $0 != FileIdentity(path) }) ?? true else {
        throw ValidationError(
          "\(name) \(path) is the log itself, which it would replace; name another file.")
      }
    }
    if let output, let base, FileIdentity(output) == FileIdentity(base) {
      throw ValidationError(
        "--output \(output) and --base \(base) are one file; the log, --output and --base must be"
          + " different files.")
    }
  }

  func outcome(
    width: Int = 100, style: Style = .plain
  ) -> (text: String, failure: CommandFailure?) {
    let job = FitJob(
      log: log, columns: LogColumns(customer: customer, date: date, amount: amount), unit: unit,
      until: until, currency: currency, horizon: horizon, law: model?.law,
      opportunity: model == .opportunities ? opportunities ?? .year : nil, margin: margin ?? 1,
      yearlyDiscount: discount ?? 0.1, fragment: output, base: base, reading: reading,
      takeaway: takeaway)
    do {
      let (result, unwritten) = try job.run()
      let isAnswer = result.calibration.isAnswer
      let closing = isAnswer ? takeaway.map { "\nOpen \($0.folder)/report.html.\n" } : nil
      let text =
        json
        ? try document(result)
        : CalibrationReport(result).text(width: width, style: style) + (closing ?? "")
      return (
        text,
        isAnswer
          ? unwritten
          : CommandFailure(
            "\(log): "
              + (model == .opportunities
                ? "BG/BB cannot be fitted to it: \(result.calibration.opportunities?.fit.obstacle?.description ?? "")"
                : "none of the models can be fitted to it"))
      )
    } catch {
      return ("", error)
    }
  }

  /// Where the report goes; nil where none is wanted.
  private var takeaway: FitJob.Takeaway? {
    let words = ReportOption.said("fit", files: [log, output, base].compactMap(\.self))
    guard let command = report.command(words) else { return nil }
    let name = log == "-" ? "log" : ResultFolder.name(for: log, else: "log")
    return FitJob.Takeaway(folder: results ?? "notebooks-out/\(name)-fit", command: command)
  }

  private func document(_ result: CalibrationResult) throws(CommandFailure) -> String {
    do {
      return try result.document()
    } catch {
      throw CommandFailure("\(log): a fitted figure is not a number that JSON can hold")
    }
  }

  private static func unit(_ text: String) throws -> RateUnit {
    guard let unit = RateUnit(rawValue: text) else {
      throw ValidationError("\(text) is no unit of time here; write day, week or month.")
    }
    return unit
  }

  private static func model(_ text: String) throws -> FitModel {
    guard let model = FitModel(text.lowercased()) else {
      let names = FitModel.names
      throw ValidationError(
        "\(text) is no model of purchases; write \(names.dropLast().joined(separator: ", ")) or"
          + " \(names.last ?? "").")
    }
    return model
  }

  private static func opportunity(_ text: String) throws -> Opportunity {
    guard let opportunity = Opportunity(rawValue: text.lowercased()) else {
      throw ValidationError("\(text) is no such time; write week, month, quarter or year.")
    }
    return opportunity
  }

  private static func share(_ text: String) throws -> Double {
    let share = try ShareArgument(text).value
    guard (0...1).contains(share) else {
      throw ValidationError("\(text) is no share from 0% to 100%, such as 40%.")
    }
    return share
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(written: text) else {
      throw ValidationError("\(text) is no day such as 2026-03-01.")
    }
    return date
  }

  private static func currency(_ text: String) throws -> Currency {
    let code = text.uppercased()
    guard Currency.codes.contains(code) else {
      let meant = Currency.names[text.lowercased()]?.first.map { " Did you mean \($0)?" } ?? ""
      throw ValidationError("\(text) is no currency code such as USD or CNY.\(meant)")
    }
    return Currency(code: code)
  }
}
