extension Effect {
  /// The test that the effect is above `margin`, as a guardrail needs: −0.01 for at most 0.01 lost.
  ///
  /// Where less is better, the test that it is below with alternative `.less`.
  ///
  /// - Returns: The one-sided p-value; not inferior where it is small.
  public func nonInferiority(margin: Double, _ better: Alternative = .greater) -> Double {
    precondition(better != .twoSided, "non-inferiority has a direction")
    return shifted(by: -margin).pValue(better)
  }

  /// Two one-sided tests that the effect lies between two margins: Schuirmann, "A comparison of the two
  /// one-sided tests procedure and the power approach", Journal of Pharmacokinetics and
  /// Biopharmaceutics 15, 1987.
  ///
  /// - Returns: The larger of the two p-values; equivalent where it is small.
  public func equivalence(above low: Double, below high: Double) -> Double {
    precondition(low < high, "equivalence is between two margins")
    return max(shifted(by: -low).pValue(.greater), shifted(by: -high).pValue(.less))
  }

  private func shifted(by shift: Double) -> Effect {
    Effect(
      estimate: estimate + shift, standardError: standardError, degreesOfFreedom: degreesOfFreedom)
  }
}
