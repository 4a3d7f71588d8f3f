/// How long somebody has not ordered.
public enum Silence: Sendable, Equatable {
  case days(Double)
  /// In the customer's own mean gaps between orders, 1/λ.
  case gaps(Double)

  /// In days, of somebody who orders λ times a day.
  func days(rate: Double) -> Double {
    switch self {
    case .days(let days): days
    case .gaps(let gaps): rate > 0 ? gaps / rate : .infinity
    }
  }
}
