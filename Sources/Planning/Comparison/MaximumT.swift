import RealModule
import Statistics

/// The critical value of max-|t| over several correlated differences, for simultaneous intervals.
struct MaximumT {
  private static let draws = 100_000
  /// The two-sided value that all |t| stay below with the asked level.
  let critical: Double

  /// From the correlation of the differences, by a fixed stream of correlated normals.
  ///
  /// The normal quantile is carried to t with the replications' degrees of freedom by matching the level
  /// of a single interval; with 100,000 draws its own error is below 0.01.
  init?(_ differences: [[Double]], level: Double) {
    guard let count = differences.first?.count, count > 2 else { return nil }
    // A plan that always does what the baseline does needs no interval.
    let differences = differences.filter { Moments($0).sumOfSquaredDeviations > 0 }
    guard !differences.isEmpty else { return nil }
    let spreads = differences.map { values in
      (mean: Moments(values).mean, root: Moments(values).sumOfSquaredDeviations.squareRoot())
    }
    let standard = Matrix(
      zip(differences, spreads).map { values, spread in
        values.map { ($0 - spread.mean) / spread.root }
      })
    var correlation = standard.times(standard, transposingOther: true)
    // Plans that differ from each other by nothing are perfectly correlated; a whisper keeps them apart.
    for place in 0..<correlation.rows { correlation[place, place] += 1e-9 }
    guard let factor = try? Cholesky(correlation).factor else { return nil }
    let draws = Draws(seed: 0, replication: 0)
    let purpose = Purpose("maximum t")
    let normals = Matrix(
      (0..<Self.draws).map { index in
        var stream = draws.stream(
          Individual(family: 0, index: UInt32(truncatingIfNeeded: index)), purpose)
        return differences.map { _ in stream.normal() }
      })
    let correlated = normals.times(factor, transposingOther: true)
    let largest = (0..<correlated.rows).map { row in
      (0..<correlated.columns).reduce(0) { max($0, abs(correlated[row, $1])) }
    }
    guard let normal = SortedSample(largest)?.quantile(level),
      let law = try? StudentT(degreesOfFreedom: Double(count - 1))
    else { return nil }
    critical = law.quantile(upperTail: Normal.standard.upperTail(normal))
  }

  /// The interval of a mean that holds together with all the others.
  func interval(of values: [Double]) -> Interval? {
    let moments = Moments(values)
    return moments.standardError.map {
      Interval(center: moments.mean, halfWidth: critical * $0)
    }
  }
}
