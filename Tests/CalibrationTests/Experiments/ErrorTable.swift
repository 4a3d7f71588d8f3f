import Analyses
import Experiments
import Foundation
import Statistics
import Testing

/// One method of the table: how it is asked for, on what units, and what it promises.
struct TestedMethod: Sendable {
  let name: String
  /// Units an arm.
  let sizes: [Int]
  let units: NullUnits
  var nominal = 0.05
  /// What the theory behind the method leaves out, and why.
  var allowance: (rate: Double, reason: String)?
  let plan: @Sendable (inout AnalysisPlan) -> Void
  /// Whether an experiment raised a false alarm; nil where nothing could be said, which is none.
  var isAlarm: @Sendable (AnalysisResult) -> Bool = { result in
    result.effects.contains { $0.adjustedPValue <= 0.05 }
  }
  /// Whether the intervals hold the truth.
  var holds: @Sendable (AnalysisResult) -> Bool = { result in
    result.effects.allSatisfy { $0.interval.contains(0) }
  }
}

/// How often every method of `analyze` sees an effect where there is none, and how often its intervals hold the
/// truth, by units an arm: one table.
///
/// `make calibrate` runs the first two sizes of each method, so many experiments a row as `few` says;
/// `make calibrate EXPERIMENTS=10000` all of them, as often as it says (METHOD=Lin those with this name). A rate may exceed what is promised by 3.5 of
/// its standard errors, or by a stated allowance more.
@Suite(.releaseOnly) struct ErrorTable {
  private static let few = 500
  /// Only methods with this in their name.
  private static let named = ProcessInfo.processInfo.environment["METHOD"] ?? ""
  private static let asked =
    ProcessInfo.processInfo.environment["EXPERIMENTS"].flatMap(Int.init)

  @Test func everyMethodKeepsWhatItPromises() async throws {
    let rows = TestedMethod.all.filter { Self.named.isEmpty || $0.name.contains(Self.named) }
      .flatMap { method in
        (Self.asked == nil ? method.sizes.prefix(2) : method.sizes[...]).map { (method, $0) }
      }
    let found = try await withThrowingTaskGroup(of: (Int, ErrorRow).self) { group in
      for (place, (method, size)) in rows.enumerated() {
        group.addTask {
          (place, try await Self.row(method, size, experiments: Self.asked ?? Self.few))
        }
      }
      return try await group.reduce(into: [Int: ErrorRow]()) { $0[$1.0] = $1.1 }
    }
    print("| method | units an arm | false alarms | coverage | promised | |")
    print("|---|---|---|---|---|---|")
    for place in rows.indices {
      let row = try #require(found[place])
      print(row.text)
      #expect(row.isKept, "\(row.text)")
    }
  }

  private static func row(
    _ method: TestedMethod, _ size: Int, experiments: Int
  ) async throws -> ErrorRow {
    var row = ErrorRow(method: method, size: size, experiments: experiments)
    for experiment in 0..<experiments {
      // Rows have draws of their own, so that luck is not shared by all.
      let draws = Draws(
        seed: UInt64(nameHash("\(method.name) \(size)")), replication: experiment)
      var plan = AnalysisPlan(
        arm: "arm", metrics: [MetricSpecification(name: "v", kind: .mean("v"))])
      method.plan(&plan)
      let result = try await Analysis(plan).run(method.units.table(draws, units: size))
      if result.effects.isEmpty {
        row.silent += 1
        continue
      }
      if method.isAlarm(result) { row.alarms += 1 }
      if method.holds(result) { row.held += 1 }
    }
    return row
  }
}

/// One method at one size.
private struct ErrorRow: Sendable {
  let method: TestedMethod
  let size: Int
  let experiments: Int
  var alarms = 0
  var held = 0
  /// Experiments of which nothing could be said, which is no false alarm.
  var silent = 0

  private var rate: Double { Double(alarms) / Double(experiments) }
  private var error: Double {
    (method.nominal * (1 - method.nominal) / Double(experiments)).squareRoot()
  }

  var isKept: Bool { rate <= method.nominal + 3.5 * error + (method.allowance?.rate ?? 0) }

  var text: String {
    func percent(_ value: Double) -> String { String(format: "%.1f %%", value * 100) }
    var notes: [String] = []
    if rate < method.nominal - 3.5 * error { notes.append("conservative") }
    if silent > 0 {
      notes.append("nothing said in \(percent(Double(silent) / Double(experiments)))")
    }
    if let allowance = method.allowance {
      notes.append("up to \(percent(allowance.rate)) more: \(allowance.reason)")
    }
    let spoken = experiments - silent
    let coverage = spoken > 0 ? percent(Double(held) / Double(spoken)) : "–"
    return
      "| \(method.name) | \(size) | \(percent(rate)) | \(coverage) | \(percent(method.nominal)) |"
      + " \(notes.joined(separator: "; ")) |"
  }
}
