import Experiments
import Statistics

/// Units without an effect, drawn by number so that figures stay the same.
struct NullUnits {
  /// Values of a unit: the metrics first, then covariates.
  let columns: [String]
  var arms = 2
  var grouping: Grouping?
  /// Added to the first metric of every arm but the control, for effects as large as a margin.
  var shift = 0.0
  let draw: @Sendable (inout DrawStream) -> [Double]

  /// Consecutive units of an arm who share something.
  struct Grouping {
    let role: UnitTable.Role
    let name: @Sendable (Int) -> String
    /// Groups of so many units of an arm.
    let count: @Sendable (Int) -> Int
    /// Standard deviation of what the units of a group share in the first metric.
    var spread = 0.0

    /// Whether every arm has groups of its own.
    var isOfOneArm: Bool { role == .cluster }
  }

  func table(_ draws: Draws, units: Int) -> UnitTable {
    let count = grouping?.count(units) ?? 1
    let plain = UnitTable(arms: Array(repeating: units, count: arms), columns: columns) {
      arm, index in
      var stream = draws.unit(index, arm: arm)
      var values = draw(&stream)
      if arm > 0 { values[0] += shift }
      if let grouping, grouping.spread > 0 {
        // Groups are drawn like units whom no arm has.
        let group = 1_000_000 + index * count / units
        var shared = draws.unit(group, arm: grouping.isOfOneArm ? arm : 0)
        values[0] += grouping.spread * shared.normal()
      }
      return values
    }
    guard let grouping else { return plain }
    let sets = grouping.isOfOneArm ? arms : 1
    let labels = Labels(
      names: (0..<sets * count).map(grouping.name),
      codes: (0..<arms * units).map { unit in
        Int32(unit % units * count / units + (grouping.isOfOneArm ? unit / units * count : 0))
      })
    return UnitTable(
      columns: plain.columns, values: plain.values, arm: plain.arm,
      groups: [grouping.role: labels])
  }
}

extension NullUnits {
  static let normal = NullUnits(columns: ["v"]) { [10 + $0.normal()] }
  static let exponential = NullUnits(columns: ["v"]) { [$0.exponential()] }
  /// Ratings from 1 to 5.
  static let ratings = NullUnits(columns: ["v"]) { [($0.uniform() * 5).rounded(.down) + 1] }
  /// Nine in ten spend nothing.
  static let mostlyZeros = NullUnits(columns: ["v"]) {
    $0.uniform() < 0.9 ? [0] : [$0.exponential()]
  }

  static func poisson(_ mean: Double) -> Self {
    NullUnits(columns: ["v"]) { [Double(Poisson(uncheckedMean: mean).sample(&$0))] }
  }

  static func share(_ chance: Double) -> Self {
    NullUnits(columns: ["v"]) { [$0.uniform() < chance ? 1 : 0] }
  }

  /// A metric that its covariates explain half of.
  static func explained(by covariates: Int) -> Self {
    NullUnits(columns: ["v"] + (0..<covariates).map { "x\($0)" }) { stream in
      let values = (0..<covariates).map { _ in stream.normal() }
      let sum = values.reduce(0, +) / Double(max(1, covariates)).squareRoot()
      return [10 + sum + stream.normal()] + values
    }
  }

  /// Observed over so many days, as many on each.
  static func over(days: Int, spread: Double = 0) -> Self {
    NullUnits(
      columns: ["v"],
      grouping: Grouping(
        role: .day, name: { "2026-03-0\($0 + 1)" }, count: { _ in days }, spread: spread)
    ) { [$0.normal()] }
  }
}
