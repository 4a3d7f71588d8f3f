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
    let moments = differences.map { Moments($0) }
    guard moments.allSatisfy({ $0.variance > 0 }) else { return nil }
    let standard = Matrix(
      zip(differences, moments).map { values, moments in
        values.map { ($0 - moments.mean) / (moments.variance * Double(count - 1)).squareRoot() }
      })
    var correlation = standard.transpose.gram
    // Two plans that differ from each other by nothing are perfectly correlated; a whisper keeps them apart.
    for place in 0..<correlation.rows { correlation[place, place] += 1e-9 }
    guard let factor = try? Cholesky(correlation).factor else { return nil }
    let draws = Draws(seed: 0, replication: 0)
    var largest = (0..<Self.draws).map { index in
      var stream = draws.stream(
        Individual(family: 0, index: UInt32(index)), Purpose("maximum t"))
      let normals = (0..<factor.rows).map { _ in stream.normal() }
      return (factor * normals).reduce(0) { max($0, abs($1)) }
    }
    largest.sort()
    let normal = quantile(ofSorted: largest, level)
    let tail = Normal.standard.upperTail(normal)
    critical = StudentT(degreesOfFreedom: Double(count - 1)).quantile(upperTail: tail)
  }
}
