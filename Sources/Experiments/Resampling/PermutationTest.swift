public import Statistics

/// What rearranging the labels of two arms at random says against there being no effect on anybody.
public struct PermutationTest: Sendable, Equatable {
  /// The statistic with the labels as they are.
  public let observed: Double
  /// The statistic under each rearrangement.
  public let rearranged: [Double]

  init(observed: Double, rearranged: [Double]) {
    self.observed = observed
    self.rearranged = rearranged
  }

  /// (1 + #)/(B + 1), where # of B rearrangements are at least as far out as the data.
  ///
  /// Phipson and Smyth, "Permutation p-values should never be zero", Statistical Applications in Genetics
  /// and Molecular Biology 9, 2010. Statistics within 10⁻⁵ of the observed one, relative to it or to 1,
  /// count as equal to it: the sums behind them have seven digits.
  public func pValue(_ alternative: Alternative = .twoSided) -> Double {
    let slack = observed.isInfinite ? 0 : Self.slack * max(1, observed.magnitude)
    let extreme = rearranged.count { statistic in
      switch alternative {
      case .twoSided: statistic.magnitude >= observed.magnitude - slack
      case .greater: statistic >= observed - slack
      case .less: statistic <= observed + slack
      }
    }
    return Double(1 + extreme) / Double(1 + rearranged.count)
  }

  private static let slack = 1e-5

  /// Rearrangements drawn at random, of which each keeps the arms' sizes; Welch's t for every metric.
  ///
  /// Studentised, the test is also right, in large samples, where effects differ from unit to unit but
  /// their mean is 0: Janssen, "Studentized permutation tests for non-i.i.d. hypotheses", Statistics and
  /// Probability Letters 36, 1997.
  ///
  /// - Parameters:
  ///   - table: The experiment; units are taken to have been randomised one by one.
  ///   - metrics: Columns of the table.
  ///   - arm: The arm compared with the control.
  ///   - control: The control's number.
  ///   - rearrangements: How many.
  ///   - seed: Where the labels come from.
  /// - Returns: One test for each metric.
  /// - Throws: Where a metric is unknown, incomplete or the same for everybody, or an arm has fewer than
  ///   two units.
  public static func sampled(
    _ table: UnitTable, metrics: [String], arm: Int, control: Int = 0, rearrangements: Int = 9999,
    seed: UInt64
  ) throws(NotEstimable) -> [PermutationTest] {
    let plan = try PermutationPlan(
      table, metrics, arm: arm, control: control, rearrangements: rearrangements, seed: seed)
    return plan.tests(RandomSums(plan.sums))
  }

  /// The same, bit for bit, on several threads.
  public static func sampled(
    _ table: UnitTable, metrics: [String], arm: Int, control: Int = 0, rearrangements: Int = 9999,
    seed: UInt64, threads: Int
  ) async throws(NotEstimable) -> [PermutationTest] {
    let plan = try PermutationPlan(
      table, metrics, arm: arm, control: control, rearrangements: rearrangements, seed: seed)
    return plan.tests(await RandomSums.of(plan.sums, threads: threads))
  }

  /// Rearrangements that are given; the difference in means for every metric.
  ///
  /// - Parameters:
  ///   - table: The experiment; only the units of the two arms count.
  ///   - metrics: Columns of the table.
  ///   - arm: The arm compared with the control.
  ///   - control: The control's number.
  ///   - labels: A rearrangement a row, a unit of the table a column: 1 for the arm, 0 for the control.
  /// - Returns: One test for each metric.
  /// - Throws: Where a metric is unknown or incomplete, or an arm has fewer than two units.
  public static func fixed(
    _ table: UnitTable, metrics: [String], arm: Int, control: Int = 0, labels: Matrix
  ) throws(NotEstimable) -> [PermutationTest] {
    precondition(labels.columns == table.units, "a label for each unit")
    let units = try ResampledUnits(table, metrics: metrics)
    let rows = units.arms[arm] + units.arms[control]
    let (center, width) = (units.means(rows), metrics.count + 1)
    var columns = Matrix(rows: table.units, columns: width)
    for row in rows.map(Int.init) {
      columns[row, 0] = 1
      for (place, metric) in units.metrics.enumerated() {
        columns[row, 1 + place] = table.values[row, metric] - center[place]
      }
    }
    let sums = labels * columns
    let (own, others) = (units.means(units.arms[arm]), units.means(units.arms[control]))
    return metrics.indices.map { metric in
      // Centred, the sums of both groups together are 0.
      PermutationTest(
        observed: own[metric] - others[metric],
        rearranged: (0..<labels.rows).map { row in
          let (count, sum) = (sums[row, 0], sums[row, 1 + metric])
          return sum / count + sum / (Double(rows.count) - count)
        })
    }
  }
}
