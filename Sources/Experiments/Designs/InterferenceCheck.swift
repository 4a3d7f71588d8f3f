/// Whether units of a cluster influence each other: the same change tried on units and on whole clusters.
///
/// Half the clusters are randomised unit by unit, half as wholes. Where nobody influences anybody both
/// estimate one effect; their difference is the interference (Saveski et al., "Detecting network effects:
/// randomizing over randomized experiments", KDD 2017).
public struct InterferenceCheck: Sendable, Equatable {
  public let byUnit: Effect
  public let byCluster: Effect

  /// - Parameters:
  ///   - byUnit: From the clusters randomised unit by unit, its error clustered.
  ///   - byCluster: From the clusters randomised as wholes.
  public init(byUnit: Effect, byCluster: Effect) {
    self.byUnit = byUnit
    self.byCluster = byCluster
  }

  /// What the unit-level experiment misses: the cluster's effect less the unit's, from independent
  /// clusters, with Satterthwaite's degrees of freedom.
  public var interference: Effect {
    let (a, b) = (
      byUnit.standardError * byUnit.standardError, byCluster.standardError * byCluster.standardError
    )
    return Effect(
      estimate: byCluster.estimate - byUnit.estimate, standardError: (a + b).squareRoot(),
      degreesOfFreedom: satterthwaite([
        (a, byUnit.degreesOfFreedom), (b, byCluster.degreesOfFreedom),
      ]))
  }

  /// How many times as large randomising by cluster makes the variance, at these sizes.
  public var varianceRatio: Double {
    let ratio = byCluster.standardError / byUnit.standardError
    return ratio * ratio
  }
}
