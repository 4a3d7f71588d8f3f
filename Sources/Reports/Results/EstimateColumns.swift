import Documents
import Market
import Planning
import Statistics
import Takeaways

/// An estimate spread over columns: its value, how the market may turn out, how precisely it was computed.
enum EstimateColumns {
  static func columns(_ title: String, _ unit: Measure.Unit, _ currency: Currency) -> [Column] {
    ["", " low", " high", " computed from", " computed to"].map {
      Column(title + $0, unit, currency)
    }
  }

  static func cells(_ estimated: Estimated, _ unit: Measure.Unit) -> [Cell] {
    values(estimated).map { Cell($0, unit) }
  }

  /// With decimals of their own where those are known.
  static func cells(
    _ estimated: Estimated, _ unit: Measure.Unit, _ currency: Currency, decimals: Int?
  ) -> [Cell] {
    values(estimated).map { Cell($0, unit, currency, decimals: decimals) }
  }

  private static func values(_ estimated: Estimated) -> [Double?] {
    let estimate = estimated.estimate
    return [
      estimate?.value, estimate?.prediction?.low, estimate?.prediction?.high,
      estimate?.precision?.low,
      estimate?.precision?.high,
    ]
  }
}

extension Estimated {
  /// Why there is none.
  var reason: String? {
    if case .none(let reason) = self { reason } else { nil }
  }
}
