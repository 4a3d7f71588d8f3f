import Analyses
import ArgumentParser
import Documents
import Experiments
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// Where a metric's figures are estimated from.
struct PilotOptions: ParsableArguments {
  @Option(
    help: "A CSV file with a row per person, as they are today; - reads standard input.",
    completion: .file(extensions: ["csv"]))
  var pilot: String?

  @Option(
    help: """
      Of a pilot: a column, such as orders, converted:proportion or revenue/sessions. Of a scenario: \
      conversion, orders, revenue or contribution per person.
      """)
  var metric: String?

  @Option(help: "Columns known before the experiment, separated by commas.")
  var covariate: String?

  @Option(help: "The column that names the cluster, where whole clusters are put into arms.")
  var cluster: String?

  @Option(
    help: "A scenario whose first plan is played a little.",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Days each person of the scenario is observed. (default: 28, or its horizon)")
  var window: Int?

  func validate() throws {
    try GivenPath.check(pilot, "--pilot")
    try GivenPath.check(scenario, "--scenario")
    if pilot != nil, scenario != nil {
      throw ValidationError("--pilot and --scenario both give the metric; give one of them.")
    }
    let isGiven = pilot != nil || scenario != nil
    if isGiven, metric == nil {
      throw ValidationError("--metric says what is to be moved, such as --metric orders.")
    }
    if !isGiven, metric != nil {
      throw ValidationError("--metric needs --pilot or --scenario.")
    }
    if pilot == nil, covariate != nil || cluster != nil {
      throw ValidationError("--covariate and --cluster are columns of --pilot.")
    }
    if scenario == nil, window != nil {
      throw ValidationError("--window belongs to --scenario.")
    }
    if let window, window < 1 { throw ValidationError("--window is a number of days, 1 or more.") }
    if pilot != nil, let metric {
      do {
        _ = try PilotColumns(metric: metric, covariates: covariate, cluster: cluster)
      } catch {
        throw ValidationError("\(error)")
      }
    }
    if scenario != nil, let metric, Self.personMetric(metric) == nil {
      throw ValidationError(
        "“\(metric)” is nothing a scenario counts per person; it counts"
          + " \(Self.personMetrics.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  /// What was found out about the metric.
  struct Finding {
    let baseline: Baseline
    /// What it may be, all as likely; of one where it is known.
    let possibilities: [Baseline]
    let explained: Double
    let clustering: Clustering?
    let source: PowerResult.Source
    /// Where it comes from, for messages.
    let file: String?
  }

  /// Reads the file there is, else takes what was told.
  func read(_ figures: MetricFigures) throws(CommandFailure) -> Finding {
    if let pilot, let metric { return try readPilot(pilot, metric) }
    if let scenario, let metric { return try play(scenario, metric) }
    do throws(NotEstimable) {
      let baseline = try figures.baseline()
      return Finding(
        baseline: baseline, possibilities: [baseline], explained: 0, clustering: nil,
        source: .given, file: nil)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  private func readPilot(_ file: String, _ metric: String) throws(CommandFailure) -> Finding {
    var hint = ""
    do {
      let columns = try PilotColumns(metric: metric, covariates: covariate, cluster: cluster)
      let (table, counts) = try units(file, columns.units, &hint)
      try counts.loss.check(
        file, counts.reasons, counts.lost.differences, isAllowed: reading.allowLoss)
      let pilot = try columns.pilot(table)
      return Finding(
        baseline: pilot.baseline, possibilities: [pilot.baseline], explained: pilot.explained,
        clustering: pilot.clustering,
        source: .pilot(
          file: URL(fileURLWithPath: file).lastPathComponent, metric: columns.metric.name, pilot,
          counts), file: file)
    } catch let problem as FileProblem {
      throw CommandFailure("\(problem)")
    } catch let failure as CommandFailure {
      throw failure
    } catch let problem as NotEstimable {
      throw CommandFailure("\(file): \(problem.reason)")
    } catch {
      throw CommandFailure("\(file): \(error)\(hint)")
    }
  }

  private func units(
    _ file: String, _ columns: UnitColumns, _ hint: inout String
  ) throws -> (UnitTable, UnitCounts) {
    let (input, options) = try reading.open(file)
    hint = input.hint
    var table = TableFile(input, options, columns: columns.table)
    return try table.readNow { form, pieces in
      var reader = UnitReader(columns, form, expectedBytes: input.size)
      while let piece = try pieces.next() { try reader.feed(piece) }
      return (try reader.finish(), reader.counts)
    }.0
  }

  /// People at most: the figures need no more, and the answer should not wait.
  private static let people = "20000"

  private func play(_ file: String, _ metric: String) throws(CommandFailure) -> Finding {
    guard let metric = Self.personMetric(metric),
      let options = try? PlayOptions.parse(["--customers", Self.people])
    else { throw CommandFailure("\(file): “\(metric)” is nothing a scenario counts per person.") }
    let input: ScenarioInput
    do {
      input = try ScenarioInput(file, options: options)
    } catch {
      throw CommandFailure(String(error.text.reversed().drop { $0.isNewline }.reversed()))
    }
    let days = window ?? min(28, input.scenario.horizon)
    guard days <= input.scenario.horizon else {
      throw CommandFailure(
        "\(file): its horizon is \(input.scenario.horizon) days, --window cannot be longer.")
    }
    do throws(NotEstimable) {
      let pilot = try SimulatedPilot(
        input.scenario, draws: input.draws, Observation(metric, after: days))
      return Finding(
        baseline: pilot.baseline, possibilities: pilot.possibilities, explained: 0,
        clustering: nil,
        source: .scenario(
          name: input.stem, metric: metric.rawValue, days: days, people: pilot.people,
          currency: metric.unit == .money ? input.scenario.currency.code : nil),
        file: file)
    } catch {
      throw CommandFailure("\(file): \(error.reason)")
    }
  }

  private static let personMetrics: [PersonMetric] = [
    .conversion, .orders, .revenue, .contribution,
  ]

  private static func personMetric(_ name: String) -> PersonMetric? {
    personMetrics.first { $0.rawValue == name }
  }
}
