internal import RealModule
import Statistics

/// How much of an error rate may be spent by the time a share of the information is in.
public enum ErrorSpending: Sendable, Equatable {
  /// 2 − 2Φ(z_{α/2} / √t), next to nothing early: Lan and DeMets, Biometrika 70(3), 1983.
  case obrienFleming
  /// α·ln(1 + (e − 1)t), about as much at every look: Lan and DeMets (1983).
  case pocock
  /// α·t^ρ for a positive ρ: Kim and DeMets, Biometrika 74(1), 1987.
  case power(Double)
  /// α(1 − e^(−γt)) / (1 − e^(−γ)); in proportion to t where γ = 0: Hwang, Shih and DeCani, Statistics
  /// in Medicine 9(12), 1990.
  case hwangShihDeCani(Double)

  /// What has been spent of α, one-sided, with the share t of the information, 0 < t ≤ 1.
  public func spent(_ t: Double, of alpha: Double) -> Double {
    guard t < 1 else { return alpha }
    switch self {
    case .obrienFleming:
      return 2 * .normalCDF(.normalQuantile(alpha / 2) / t.squareRoot())
    case .pocock:
      return alpha * .log(onePlus: (Double.exp(1) - 1) * t)
    case .power(let exponent):
      return alpha * .pow(t, exponent)
    case .hwangShihDeCani(let gamma):
      return gamma == 0 ? alpha * t : alpha * .expMinusOne(-gamma * t) / .expMinusOne(-gamma)
    }
  }
}
