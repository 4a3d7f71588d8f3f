import Experiments
import Market
import Planning
import Statistics

/// An estimate in a document, money in major units.
struct EstimatePart: Encodable {
  let value: Double?
  /// How the market may turn out: 2.5–97.5 % of markets.
  let spread: IntervalPart?
  /// How precisely it was computed: the 95 % Monte Carlo interval.
  let monteCarlo: IntervalPart?
  let unit: String
  /// Why there is no value.
  let none: String?

  init(_ estimated: Estimated, _ unit: Measure.Unit, _ currency: Currency) {
    let estimate = estimated.estimate
    value = unit.plain(estimate?.value, currency)
    spread = IntervalPart(estimate?.spread, unit, currency)
    monteCarlo = IntervalPart(estimate?.precision, unit, currency)
    self.unit = unit.word(currency) ?? unit.rawValue
    none = estimated.reason
  }
}

struct IntervalPart: Encodable {
  let low: Double
  let high: Double

  init?(_ interval: Interval?, _ unit: Measure.Unit, _ currency: Currency) {
    guard let low = unit.plain(interval?.low, currency),
      let high = unit.plain(interval?.high, currency)
    else { return nil }
    self.low = low
    self.high = high
  }
}

/// A paired difference with the baseline.
struct DifferencePart: Encodable {
  let difference: EstimatePart
  let chanceHigher: Double
  let chanceHigherInterval: IntervalPart?
  let tests: [TestPart]

  init(_ difference: Difference, _ unit: Measure.Unit, _ currency: Currency) {
    self.difference = EstimatePart(.estimate(difference.estimate), unit, currency)
    chanceHigher = difference.chanceHigher
    chanceHigherInterval = IntervalPart(difference.chanceInterval, .share, currency)
    tests = [
      difference.twinTest.map { TestPart("paired t over twin markets", $0) },
      difference.independentTest.map { TestPart("Welch's t, were markets independent", $0) },
    ].compactMap(\.self)
  }
}

/// Whether enough markets were simulated to tell a difference from none.
struct TestPart: Encodable {
  let method: String
  let statistic: Double
  let degreesOfFreedom: Double
  let pValue: Double

  init(_ method: String, _ effect: Effect) {
    self.method = method
    statistic = effect.statistic
    degreesOfFreedom = effect.degreesOfFreedom
    pValue = effect.pValue()
  }
}
