import Statistics

/// How some quantities vary over replications: between draws of the assumptions, and by luck within them.
///
/// Where nothing is drawn, each replication is a draw of its own and nothing varies within.
struct VarianceComponents {
  let design: ReplicationDesign
  /// n, replications in which every quantity has a value.
  private(set) var replications = 0
  /// Of the draws' means: K observations, whose variance is M.
  private(set) var draws: CoMoments
  /// Within draws, all together.
  private var deviations: Matrix
  /// K(R − 1).
  private(set) var freedomWithin = 0.0
  /// The mean of 1/R over the draws: replications without a value make them unequal.
  private(set) var perReplication = 1.0

  /// From the values of each quantity by replication.
  init(_ quantities: [[Double]], _ design: ReplicationDesign) {
    self.design = design
    draws = CoMoments(variables: quantities.count)
    deviations = Matrix(rows: quantities.count, columns: quantities.count)
    let count = quantities[0].count
    guard let size = design.replicationsPerDraw else {
      addAlone(quantities)
      return
    }
    var reciprocals = 0.0
    for first in stride(from: 0, to: count, by: size) {
      var draw = CoMoments(variables: quantities.count)
      for replication in first..<min(count, first + size) {
        let values = quantities.map { $0[replication] }
        if !values.contains(where: \.isNaN) { draw.add(values) }
      }
      guard draw.count > 0 else { continue }
      replications += draw.count
      draws.add(draw.means)
      deviations = deviations + draw.sumsOfProducts
      freedomWithin += Double(draw.count - 1)
      reciprocals += 1 / Double(draw.count)
    }
    if draws.count > 0 { perReplication = reciprocals / Double(draws.count) }
  }

  /// Each replication as a draw of its own: every figure of every report comes this way.
  private mutating func addAlone(_ quantities: [[Double]]) {
    var values = [Double](repeating: 0, count: quantities.count)
    for replication in quantities[0].indices {
      for place in quantities.indices { values[place] = quantities[place][replication] }
      if !values.contains(where: { $0.isNaN }) { draws.add(values) }
    }
    replications = draws.count
  }

  /// M, the covariance of the draws' means, of replications where nothing is drawn; none below two.
  func between(_ i: Int, _ j: Int) -> Double? { draws.covariance(i, j) }

  /// w, the covariance within draws; none where no draw has two replications.
  func within(_ i: Int, _ j: Int) -> Double? {
    freedomWithin > 0 ? deviations[i, j] / freedomWithin : nil
  }

  /// M and w of a weighted sum of two quantities.
  func variances(_ weights: (Double, Double)) -> (between: Double, within: Double?)? {
    func sum(_ part: (Int, Int) -> Double?) -> Double? {
      guard let first = part(0, 0), let joint = part(1, 0), let second = part(1, 1) else {
        return nil
      }
      let whole =
        weights.0 * weights.0 * first + 2 * weights.0 * weights.1 * joint
        + weights.1 * weights.1 * second
      return max(0, whole)
    }
    return sum(between).map { ($0, sum(within)) }
  }
}
