import Experiments
import Statistics

/// Units of which only counts and sums by group are known, made units again.
///
/// A row is a group (an arm, or an arm in a segment on a day) with how many units it has, and how many of them
/// did something: that is all there is to know of a share. Of a mean the sum of squares has to be known too; the
/// units made then have the group's mean and spread to the last bit of what sums can hold, and no other shape.
struct CountedCells {
  /// Units that are made at most.
  private static let most = 50_000_000.0

  let table: UnitTable
  let plan: AnalysisPlan
  let note: String

  /// The units; nil where rows are units themselves.
  static func units(
    of cells: UnitTable, _ plan: AnalysisPlan
  ) throws(PlanProblem) -> CountedCells? {
    let asked = plan.counts || !plan.squares.isEmpty
    if asked { try check(plan) }
    guard asked || areCounts(cells, plan) else { return nil }
    guard !asked || areCells(cells) else {
      throw PlanProblem(
        "counts have one row for each group, but some arm (in its segment, on its day) has several;"
          + " add them up first", key: "counts")
    }
    var sums: [[CellSum]] = []
    for (place, metric) in plan.metrics.enumerated() {
      let squares = plan.squares.indices.contains(place) ? plan.squares[place] : nil
      sums.append(try Self.sums(cells, metric, squares))
    }
    let sizes = (0..<cells.units).map { cell in
      sums.reduce(0) { max($0, $1[cell].count) }
    }
    let units = sizes.reduce(0, +)
    guard units * Double(sums.count) <= most else {
      throw PlanProblem(
        "these are counts of \(Int(min(units, 1e15))) units; up to \(Int(most)) can be analysed"
          + " from counts", key: "counts")
    }
    var values: [Double] = []
    values.reserveCapacity(Int(units) * sums.count)
    var cellOfUnit: [Int] = []
    cellOfUnit.reserveCapacity(Int(units))
    for cell in 0..<cells.units {
      for unit in 0..<Int(sizes[cell]) {
        for sum in sums { values.append(sum[cell].value(of: unit)) }
        cellOfUnit.append(cell)
      }
    }
    func labels(_ labels: Labels) -> Labels {
      Labels(names: labels.names, codes: cellOfUnit.map { labels.codes[$0] })
    }
    let table = UnitTable(
      columns: plan.metrics.map(\.name),
      values: Matrix(rows: cellOfUnit.count, columns: sums.count, elements: values),
      arm: labels(cells.arm), groups: cells.groups.mapValues(labels))
    var own = plan
    (own.counts, own.squares) = (false, [])
    own.metrics = plan.metrics.enumerated().map { place, metric in
      let isShare = !plan.squares.indices.contains(place)
      return MetricSpecification(
        name: metric.name, kind: isShare ? .proportion(metric.name) : .mean(metric.name))
    }
    // How metrics go together is not known from their sums.
    if plan.metrics.count > 1, plan.correction == .dunnett { own.correction = .holm }
    let names = plan.metrics.map(\.name).joined(separator: ", ")
    return CountedCells(
      table: table, plan: own, note: "Each row is taken as counts of a group: \(names).")
  }

  /// What sums cannot answer.
  private static func check(_ plan: AnalysisPlan) throws(PlanProblem) {
    for metric in plan.metrics {
      guard case .ratio = metric.kind else {
        throw PlanProblem(
          "with counts a metric is a count or sum over a number of units, such as conversions/users,"
            + " not “\(metric.name)”", key: "metric")
      }
    }
    guard plan.covariates.isEmpty, plan.cluster == nil, plan.switchback == nil, plan.unit == nil
    else {
      throw PlanProblem(
        "covariates, clusters and the names of units need a row per unit; counts have none",
        key: "counts")
    }
    guard plan.squares.isEmpty || plan.winsorize == nil && plan.resampling == ResamplingPlan()
    else {
      throw PlanProblem(
        "capping and resampling need a row per unit; of a sum of squares only Welch's test can be"
          + " made", key: "counts")
    }
    guard plan.squares.isEmpty || plan.squares.count == plan.metrics.count else {
      throw PlanProblem(
        "--squares names a column for each metric, in their order", key: "squares")
    }
  }

  /// Whether rows can be nothing but counts: one for each group, whole numbers, no more than there are units.
  private static func areCounts(_ cells: UnitTable, _ plan: AnalysisPlan) -> Bool {
    guard (try? check(plan)) != nil, areCells(cells) else { return false }
    return plan.metrics.allSatisfy { metric in
      guard let sums = try? Self.sums(cells, metric, nil) else { return false }
      return sums.contains { $0.count > 1 }
    }
  }

  /// The first metric whose rows look like counts of many units each, though an arm has several rows.
  ///
  /// Rows of units are many, or count little: fewer than some thousand, with hundreds on average, are seldom people.
  static func suspected(_ cells: UnitTable, _ plan: AnalysisPlan) -> String? {
    guard cells.units <= mostSuspected, !areCells(cells) else { return nil }
    return plan.metrics.first { metric in
      guard case .ratio = metric.kind, let sums = try? Self.sums(cells, metric, nil) else {
        return false
      }
      return sums.reduce(0) { $0 + $1.count } >= leastSuspected * Double(cells.units)
    }?.name
  }

  private static let mostSuspected = 5_000
  private static let leastSuspected = 100.0

  /// Whether each arm has one row in each of its groups.
  private static func areCells(_ cells: UnitTable) -> Bool {
    var seen: Set<[Int32]> = []
    let groups = UnitTable.Role.allCases.compactMap { cells.groups[$0] }
    for row in 0..<cells.units {
      let key = [cells.arm.codes[row]] + groups.map { $0.codes[row] }
      guard seen.insert(key).inserted else { return false }
    }
    return true
  }

  private static func sums(
    _ cells: UnitTable, _ metric: MetricSpecification, _ squares: String?
  ) throws(PlanProblem) -> [CellSum] {
    guard case .ratio(let sum, let count) = metric.kind, let first = cells.position(of: sum),
      let second = cells.position(of: count)
    else { throw PlanProblem("“\(metric.name)” is no count over a number of units", key: "metric") }
    let third = squares.flatMap { cells.position(of: $0) }
    var sums: [CellSum] = []
    for row in 0..<cells.units {
      let square = third.map { cells.values[row, $0] }
      guard
        let cell = CellSum(
          count: cells.values[row, second], sum: cells.values[row, first], squares: square)
      else {
        throw PlanProblem(
          square == nil
            ? "“\(metric.name)” is no count of units that did something: \(sum) must be a whole number"
              + " from 0 to \(count), a whole number of units. Of a sum such as revenue --squares"
              + " has to name the column of the sum of squares"
            : "“\(metric.name)”: no units have this number, sum and sum of squares", key: "metric")
      }
      sums.append(cell)
    }
    return sums
  }
}

/// What is known of the units of one group.
private struct CellSum {
  let count: Double
  /// Units with a 1; nil where values are not 0 and 1.
  private let ones: Double?
  private let mean: Double
  private let step: Double

  init?(count: Double, sum: Double, squares: Double?) {
    guard count >= 1, count == count.rounded(), count < 1e15, sum.isFinite else { return nil }
    self.count = count
    mean = sum / count
    guard let squares else {
      guard sum >= 0, sum <= count, sum == sum.rounded() else { return nil }
      (ones, step) = (sum, 0)
      return
    }
    ones = nil
    // Sums cannot hold a spread below their own rounding.
    let deviations = squares - sum * mean
    guard squares >= 0, deviations >= -1e-9 * squares else { return nil }
    let even = count - count.remainder(dividingBy: 2).magnitude
    step = even > 0 ? (max(0, deviations) / even).squareRoot() : 0
  }

  /// Half of them one step above the mean, half one below; an odd one at it.
  func value(of unit: Int) -> Double {
    guard Double(unit) < count else { return .nan }
    if let ones { return Double(unit) < ones ? 1 : 0 }
    let even = count - count.remainder(dividingBy: 2).magnitude
    guard Double(unit) < even else { return mean }
    return unit.isMultiple(of: 2) ? mean + step : mean - step
  }
}
