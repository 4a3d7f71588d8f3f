public import Statistics

/// One experiment run many times on the same customers, each time with another assignment.
///
/// The assignments of all rehearsals (a rehearsal a row, a customer a column) times the outcomes under
/// either plan and their squares is one product of matrices, and all that Welch's test needs. Customers
/// are assigned one by one, as by a hash.
public struct Rehearsals: Sendable {
  public let outcomes: PotentialOutcomes
  /// The probability of being assigned to plan B, the share asked for to the nearest multiple of 2⁻¹⁶.
  public let share: Double
  /// Customers under plan B in each rehearsal.
  public let treated: [Int]
  /// Mean under B less mean under A: a rehearsal a row, a metric a column.
  public let differences: Matrix
  /// Welch's standard errors of the differences; not a number where a plan got fewer than two customers.
  public let standardErrors: Matrix
  /// Welch and Satterthwaite's degrees of freedom.
  public let degreesOfFreedom: Matrix

  /// - Parameters:
  ///   - outcomes: What everybody does under either plan.
  ///   - share: The share of customers to get plan B, strictly between 0 and 1.
  ///   - rehearsals: How many.
  ///   - seed: Where the assignments come from.
  public init(
    _ outcomes: PotentialOutcomes, share: Double = 0.5, rehearsals: Int = 10_000, seed: UInt64
  ) {
    precondition(share > 0 && share < 1, "both plans get customers")
    let (metrics, customers) = (Array(outcomes.metrics.indices), outcomes.customers)
    let rows = (0..<customers).map { UInt32($0) }
    let (control, treated) = (
      StandardColumns(outcomes.control, metrics: metrics, rows: rows, hasSquares: true),
      StandardColumns(outcomes.treated, metrics: metrics, rows: rows, hasSquares: true)
    )
    let columns = FloatColumns(
      rows: customers, elements: control.columns.elements + treated.columns.elements)
    let grid = Draws(seed: seed, replication: 0).grid(Purpose("experiment.rehearsal"))
    let coin = CoinWeights(share: share)
    let sums =
      coin.share == 0.5
      ? RandomSums(of: columns, rows: rows, sets: rehearsals, rule: FairCoinWeights(), grid: grid)
      : RandomSums(of: columns, rows: rows, sets: rehearsals, rule: coin, grid: grid)
    let width = metrics.count
    let totals = (0..<2 * width).map { columns.sum(column: $0, rows: customers) }
    var (differences, errors, freedom) = (
      Matrix(rows: rehearsals, columns: width), Matrix(rows: rehearsals, columns: width),
      Matrix(rows: rehearsals, columns: width)
    )
    for rehearsal in 0..<rehearsals {
      let count = sums.weights[rehearsal]
      for metric in metrics {
        let groups = TwoGroups(
          treated: .init(
            count: count, sum: sums.sums[2 * width + metric, rehearsal],
            squares: sums.sums[3 * width + metric, rehearsal]
          ).scaled(treated, metric),
          control: .init(
            count: Double(customers) - count,
            sum: totals[metric] - sums.sums[metric, rehearsal],
            squares: totals[width + metric] - sums.sums[width + metric, rehearsal]
          ).scaled(control, metric))
        differences[rehearsal, metric] = groups.difference
        errors[rehearsal, metric] = groups.standardError
        freedom[rehearsal, metric] = groups.degreesOfFreedom
      }
    }
    self.outcomes = outcomes
    self.share = coin.share
    self.treated = sums.weights.map { Int($0) }
    (self.differences, standardErrors, degreesOfFreedom) = (differences, errors, freedom)
  }

  public var count: Int { differences.rows }

  /// What one rehearsal finds for a metric.
  public func effect(_ rehearsal: Int, of metric: Int) -> Effect {
    Effect(
      estimate: differences[rehearsal, metric], standardError: standardErrors[rehearsal, metric],
      degreesOfFreedom: degreesOfFreedom[rehearsal, metric])
  }
}
