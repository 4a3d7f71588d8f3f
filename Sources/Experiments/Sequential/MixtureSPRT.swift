internal import RealModule

/// The mixture sequential probability ratio test of two equal streams of units.
///
/// Johari, Koomen, Pekelis and Walsh, "Always valid inference: continuous monitoring of A/B tests",
/// Operations Research 70(3), 2022: effects are mixed over a normal distribution around 0.
public struct MixtureSPRT: Sendable, Equatable {
  /// V, of the difference between one unit of each arm: 2σ² where both have the variance σ².
  public let pairVariance: Double
  /// τ², of the effects mixed over.
  public let effectVariance: Double

  public init(pairVariance: Double, effectVariance: Double) {
    precondition(pairVariance > 0 && effectVariance > 0, "a mixture needs positive variances")
    self.pairVariance = pairVariance
    self.effectVariance = effectVariance
  }

  /// Λ = √(V / (V + nτ²))·exp(n²τ²d² / (2V(V + nτ²))) for a difference d of means over n pairs.
  public func likelihoodRatio(difference: Double, pairs: Double) -> Double {
    .exp(logLikelihoodRatio(difference, pairs))
  }

  /// min(1, 1/Λ): the p-value of this look; what holds at all looks is the least so far.
  public func pValue(difference: Double, pairs: Double) -> Double {
    min(1, .exp(-logLikelihoodRatio(difference, pairs)))
  }

  /// The confidence sequence whose intervals the test inverts; its units are pairs.
  public func confidenceSequence(alpha: Double = 0.05) -> ConfidenceSequence {
    ConfidenceSequence(alpha: alpha, mixture: pairVariance / effectVariance)
  }

  private func logLikelihoodRatio(_ difference: Double, _ pairs: Double) -> Double {
    let ratio = pairs * effectVariance / pairVariance
    let z = difference * (pairs / pairVariance).squareRoot()
    return ratio / (1 + ratio) * z * z / 2 - .log(onePlus: ratio) / 2
  }
}
