import RealModule
import Statistics

/// How far a fresh market lies from the mean of those played: V = a·M + b·w, and its degrees of freedom.
///
/// M is the variance of the draws' means and w that within draws; k, n, K and R as in `ReplicationDesign`.
/// Where nothing is drawn V = s²·(1/k + 1/n) with n − 1 degrees of freedom: the real market's luck is
/// s/√k, and the mean is known to s/√n. With draws M holds ignorance and a part w/R of luck, and
///
///     V = M·(1 + 1/K) + w·(1/k − 1/R),
///     df = V² / {[M·(1 + 1/K)]²/(K − 1) + [w·(1/k − 1/R)]²/(K·(R − 1))}
///
/// (Satterthwaite); where M ≤ w/R nothing but luck shows, V = w/k + w/(K·R) and df = K·R − 1.
struct PredictionScale: Sendable, Equatable {
  /// a.
  let onBetween: Double
  /// b.
  let onWithin: Double
  let variance: Double
  let degreesOfFreedom: Double

  /// None where M is unknown.
  init?(between: Double, within: Double?, _ components: VarianceComponents) {
    let (count, draws) = (Double(components.replications), Double(components.draws.count))
    let inverse = 1 / Double(components.design.standsFor)
    guard components.draws.count > 1 else { return nil }
    guard components.design.replicationsPerDraw != nil else {
      self.init(inverse + 1 / count, 0, between, 0, count - 1)
      return
    }
    guard let within else {
      // One replication a draw does not tell luck apart. For k = 1 that is not needed; for more, all of it
      // is left in, which is too wide and never too narrow.
      self.init(1 + 1 / draws, 0, between, 0, draws - 1)
      return
    }
    let luck = components.perReplication
    guard between > within * luck else {
      self.init(0, inverse + luck / draws, between, within, count - 1)
      return
    }
    let (a, b) = (1 + 1 / draws, inverse - luck)
    let (first, second) = (a * between, b * within)
    let variance = first + second
    let freedom =
      variance * variance
      / (first * first / (draws - 1) + second * second / components.freedomWithin)
    let stated = Self(a, b, between, within, freedom)
    guard freedom < 2 else {
      self = stated
      return
    }
    // For k > R luck is taken off; where little is left of V its degrees of freedom fall towards 0, and the
    // interval grows beyond all bounds. With no luck taken off V is never too small, and has K − 1.
    let whole = Self(a, inverse, between, within, draws - 1)
    self = whole.reach < stated.reach ? whole : stated
  }

  private init(
    _ onBetween: Double, _ onWithin: Double, _ between: Double, _ within: Double,
    _ degreesOfFreedom: Double
  ) {
    self.onBetween = onBetween
    self.onWithin = onWithin
    variance = onBetween * between + onWithin * within
    self.degreesOfFreedom = degreesOfFreedom
  }

  var deviation: Double { variance.squareRoot() }

  /// Half of the width in which 95 of 100 markets lie.
  var reach: Double {
    variance > 0
      ? deviation
        * StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).quantile(upperTail: 0.025) : 0
  }
}
