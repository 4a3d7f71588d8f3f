import Market
import Statistics

/// Figures of one sentence as people say them: all rounded alike, to three digits of the largest.
struct Rounding {
  private let unit: Measure.Unit
  private let currency: Currency
  private let step: Double

  /// For figures in the unit of a measure: minor units where that is money.
  init(_ figures: [Double?], _ unit: Measure.Unit, _ currency: Currency, digits: Int = 3) {
    self.unit = unit
    self.currency = currency
    let scale = unit == .money ? currency.scale : 1
    step = Readable.step(figures.compactMap { $0.map { $0 / scale } }, digits: digits)
  }

  /// Without sign and unit.
  func bare(_ value: Double) -> String {
    let major = (unit == .money ? value / currency.scale : value).magnitude
    guard step < 1 else {
      return Readable.number((major / step).rounded() * step, decimals: 0)
    }
    return Readable.number(major, decimals: unit == .money ? currency.decimals : 1)
  }

  /// With its unit, without sign.
  func full(_ value: Double) -> String {
    unit == .money ? "\(bare(value)) \(currency.code)" : bare(value)
  }
}
