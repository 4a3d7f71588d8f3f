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
    let plan = RehearsalsPlan(outcomes, share: share, rehearsals: rehearsals, seed: seed)
    self.init(plan, plan.fair.map { RandomSums($0) } ?? RandomSums(plan.uneven))
  }

  /// The same, bit for bit, on several threads.
  public static func played(
    _ outcomes: PotentialOutcomes, share: Double = 0.5, rehearsals: Int = 10_000, seed: UInt64,
    threads: Int
  ) async -> Rehearsals {
    let plan = RehearsalsPlan(outcomes, share: share, rehearsals: rehearsals, seed: seed)
    guard let fair = plan.fair else {
      return Rehearsals(plan, await RandomSums.of(plan.uneven, threads: threads))
    }
    return Rehearsals(plan, await RandomSums.of(fair, threads: threads))
  }

  private init(_ plan: RehearsalsPlan, _ sums: RandomSums) {
    let (rehearsals, customers) = (sums.weights.count, plan.outcomes.customers)
    let width = plan.outcomes.metrics.count
    let totals = (0..<2 * width).map { plan.columns.sum(column: $0, rows: customers) }
    var (differences, errors, freedom) = (
      Matrix(rows: rehearsals, columns: width), Matrix(rows: rehearsals, columns: width),
      Matrix(rows: rehearsals, columns: width)
    )
    for rehearsal in 0..<rehearsals {
      let count = sums.weights[rehearsal]
      for metric in 0..<width {
        let groups = TwoGroups(
          treated: .init(
            count: count, sum: sums.sums[2 * width + metric, rehearsal],
            squares: sums.sums[3 * width + metric, rehearsal]
          ).scaled(plan.treated, metric),
          control: .init(
            count: Double(customers) - count,
            sum: totals[metric] - sums.sums[metric, rehearsal],
            squares: totals[width + metric] - sums.sums[width + metric, rehearsal]
          ).scaled(plan.control, metric))
        differences[rehearsal, metric] = groups.difference
        errors[rehearsal, metric] = groups.standardError
        freedom[rehearsal, metric] = groups.degreesOfFreedom
      }
    }
    outcomes = plan.outcomes
    share = plan.coin.share
    treated = sums.weights.map { Int($0) }
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
