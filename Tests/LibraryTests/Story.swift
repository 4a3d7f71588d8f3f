import Documents
import Market
import Planning
import Statistics
import Takeaways
import Testing

@testable import Reports

/// A story that was played: its figures as its files have them, money in major units.
///
/// What is not there is recorded as an issue and is not a number, which passes no comparison.
struct Story: Sendable {
  let name: String
  let warnings: ProblemReport
  let result: RunResult
  private let tables: [String: Table]

  init(name: String, warnings: ProblemReport, result: RunResult) {
    self.name = name
    self.warnings = warnings
    self.result = result
    tables = [
      "plans.csv": result.plansTable, "offers.csv": result.offersTable,
      "segments.csv": result.segmentsTable, "channels.csv": result.channelsTable,
      "funnel.csv": result.funnelTable,
    ]
  }

  /// The plans' names, the baseline first.
  var plans: [String] { result.scenario.plans.map(\.name) }

  /// A plan's figures.
  subscript(plan: String) -> PlanFigures { PlanFigures(story: self, plan: plan) }

  /// A figure of plans.csv by its title: the mean over replications.
  func figure(_ title: String, of plan: String) -> Double {
    value("value", in: "plans.csv", where: ["plan": plan, "measure": title])
  }

  /// A column of offers.csv.
  func offer(_ column: String, of offer: String, in plan: String) -> Double {
    value(column, in: "offers.csv", where: ["plan": plan, "offer": offer])
  }

  /// A column of segments.csv.
  func segment(_ column: String, of segment: String, in plan: String) -> Double {
    value(column, in: "segments.csv", where: ["plan": plan, "segment": segment])
  }

  /// A column of channels.csv.
  func channel(_ column: String, of source: String, in plan: String) -> Double {
    value(column, in: "channels.csv", where: ["plan": plan, "source": source])
  }

  /// A number in the one row of a file that has these words in these columns, with the file's digits; the column by
  /// its title, with or without the unit.
  func value(_ column: String, in file: String, where words: [String: String]) -> Double {
    guard let table = tables[file] else {
      return lacks("file \(file)", known: tables.keys.sorted())
    }
    let titles = table.columns.map(\.title)
    guard
      let place = table.columns.firstIndex(where: { $0.title == column || $0.header == column })
    else {
      return lacks("column “\(column)” in \(file)", known: titles)
    }
    var rows = table.rows
    for (title, word) in words.sorted(by: { $0.key < $1.key }) {
      guard let key = titles.firstIndex(of: title) else {
        return lacks("column “\(title)” in \(file)", known: titles)
      }
      let known = rows.map { $0[key] }
      rows = rows.filter { $0[key] == .text(word) }
      guard !rows.isEmpty else {
        return lacks("“\(word)” in the column “\(title)” of \(file)", known: known.map { "\($0)" })
      }
    }
    guard rows.count == 1,
      let number = table.written(rows[0][place], decimals: table.columns[place].decimals)
    else { return lacks("one number at \(words), “\(column)” of \(file)", known: []) }
    return number
  }

  /// How much more of the objective a plan brings than another, or than the baseline.
  ///
  /// The mean over markets with the 95 % interval of its computation.
  func difference(_ plan: String, from other: String? = nil) -> ExpectedDifference {
    let estimate = reader.mean(differences(plan, other))
    let known = estimate.precision
    return ExpectedDifference(
      point: estimate.value / scale, low: (known?.low ?? .nan) / scale,
      high: (known?.high ?? .nan) / scale)
  }

  /// In what share of markets a plan brings more of the objective than another, equal ones counting half.
  func chanceBetter(_ plan: String, than other: String? = nil) -> Double {
    result.comparison.summary.design.prediction(of: differences(plan, other))?.chance(above: 0)
      ?? .nan
  }

  private var reader: MeasureReader { result.comparison.reader }

  private var scale: Double {
    result.scenario.objective.measure.unit == .money ? result.scenario.currency.scale : 1
  }

  /// By replication.
  private func differences(_ plan: String, _ other: String?) -> [Double] {
    guard let one = place(of: plan), let another = place(of: other ?? plans[0]) else {
      return [.nan]
    }
    let levels = ObjectiveDifferences(result.comparison.summary).levels
    return zip(levels[one], levels[another]).map { $0 - $1 }
  }

  private func place(of plan: String) -> Int? {
    let place = plans.firstIndex(of: plan)
    if place == nil { _ = lacks("plan “\(plan)”", known: plans) }
    return place
  }

  private func lacks(_ what: String, known: [String]) -> Double {
    let there = known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))"
    Issue.record("\(name) has no \(what)\(there)")
    return .nan
  }
}

/// An expected difference and the interval in which computing it leaves it.
struct ExpectedDifference: Sendable {
  let point: Double
  let low: Double
  let high: Double
}

/// What one plan of a story comes to.
struct PlanFigures: Sendable {
  let story: Story
  let plan: String

  /// A figure of plans.csv by its title.
  subscript(title: String) -> Double { story.figure(title, of: plan) }

  var profit: Double { self["profit"] }
  var revenue: Double { self["revenue"] }
  var spend: Double { self["spend"] }
  /// Whatever plans are ranked by.
  var objective: Double { self[story.result.scenario.objective.measure.title] }
}
