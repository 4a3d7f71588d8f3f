import Documents
import Market
import Statistics
import Takeaways

/// Figures of one sentence as people say them: all rounded alike, to three digits of the largest.
struct Rounding {
  private let unit: Measure.Unit
  private let currency: Currency
  private let step: Double

  /// For figures in the unit of a measure: minor units where that is money.
  ///
  /// - Parameters:
  ///   - figures: Those of the sentence.
  ///   - unit: The measure's.
  ///   - currency: What money is in.
  ///   - digits: Of the largest figure.
  ///   - error: The half-width that they are known to, beyond which digits are of no use.
  ///   - saysError: Whether it stands beside them, with two digits.
  init(
    _ figures: [Double?], _ unit: Measure.Unit, _ currency: Currency, digits: Int = 3,
    error: Double? = nil, saysError: Bool = false
  ) {
    self.unit = unit
    self.currency = currency
    let scale = unit == .money ? currency.scale : 1
    let own = Readable.step(figures.compactMap { $0.map { $0 / scale } }, digits: digits)
    guard let error, error > 0 else {
      step = own
      return
    }
    // By itself as far as the error's first digit, and the second where it begins with 1, 2 or 3 (Particle Data Group).
    let known =
      saysError
      ? Readable.step([error / scale], digits: 2)
      : Readable.step([error / 3.55 / scale], digits: 1)
    step = max(own, known)
  }

  /// Where figures are not rounded to whole ones: people and events from ten on are.
  private var decimals: Int { unit == .money ? currency.decimals : step < 0.1 ? 1 : 0 }

  /// The figure that is said, in the unit it came in.
  func rounded(_ value: Double) -> Double {
    let scale = unit == .money ? currency.scale : 1
    let step = step < 1 ? 1 / Decimals.power(decimals) : step
    return (value / scale / step).rounded() * step * scale
  }

  /// Without sign and unit.
  func bare(_ value: Double) -> String {
    let major = (unit == .money ? value / currency.scale : value).magnitude
    guard step < 1 else {
      return Readable.number((major / step).rounded() * step, decimals: 0)
    }
    return Readable.number(major, decimals: decimals)
  }

  /// With its unit, without sign.
  func full(_ value: Double) -> String {
    unit == .money ? "\(bare(value)) \(currency.code)" : bare(value)
  }
}
