public import Statistics

/// Whether two arms differ in any of several outcomes at once, their correlation taken into account.
///
/// Hotelling, "The generalization of Student's ratio", Annals of Mathematical Statistics 2, 1931: T² =
/// n₁n₂/(n₁+n₂)·dᵀS⁻¹d, d the differences of means and S the pooled covariance.
public struct HotellingT2: Sendable, Equatable {
  public let statistic: Double
  /// T²·(n − p − 1)/(p·(n − 2)), p outcomes, n units.
  public let f: Double
  public let numeratorDegreesOfFreedom: Int
  public let denominatorDegreesOfFreedom: Int

  /// - Throws: `NotEstimable` where there are no more units than outcomes, or one outcome is a combination
  ///   of the others.
  ///
  /// - Parameters:
  ///   - control: The control's moments of the outcomes, and only those.
  ///   - treatment: The other arm's.
  public init(control: CoMoments, treatment: CoMoments) throws(NotEstimable) {
    precondition(control.variables == treatment.variables, "arms have the same outcomes")
    let outcomes = control.variables
    let units = control.count + treatment.count
    guard control.count > 0, treatment.count > 0, units > outcomes + 1 else {
      throw NotEstimable("there are too few units for so many outcomes at once")
    }
    let pooled = control.sumsOfProducts + treatment.sumsOfProducts
    let scales = pooled.diagonal.map { ($0 / Double(units - 2)).squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else {
      throw NotEstimable("an outcome does not vary in either arm")
    }
    var correlation = pooled
    for i in 0..<outcomes {
      for j in 0..<outcomes {
        correlation[i, j] = pooled[i, j] / scales[i] / scales[j] / Double(units - 2)
      }
    }
    let gaps = (0..<outcomes).map { (treatment.means[$0] - control.means[$0]) / scales[$0] }
    // The least pivot is what no other outcome accounts for; below this it is rounding.
    guard let factor = try? Cholesky(correlation),
      factor.factor.diagonal.allSatisfy({ $0 * $0 > 1e-9 })
    else { throw NotEstimable("one outcome is a combination of the others") }
    let solution = factor.solve(gaps)
    let size = Double(control.count) * Double(treatment.count) / Double(units)
    statistic = size * zip(gaps, solution).reduce(0) { $0 + $1.0 * $1.1 }
    numeratorDegreesOfFreedom = outcomes
    denominatorDegreesOfFreedom = units - outcomes - 1
    f = statistic * Double(units - outcomes - 1) / (Double(outcomes) * Double(units - 2))
  }

  public var pValue: Double {
    FisherF(
      uncheckedNumerator: Double(numeratorDegreesOfFreedom),
      denominator: Double(denominatorDegreesOfFreedom)
    ).upperTail(f)
  }
}
