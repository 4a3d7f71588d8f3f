import Documents
import Experiments
import Market
import Planning
import Statistics
import Takeaways

/// An estimate in a document, money in major units.
struct EstimatePart: Encodable {
  let value: Double?
  /// How the market may turn out: where 95 of 100 markets lie.
  let prediction: IntervalPart?
  /// How precisely it was computed: the 95 % Monte Carlo interval.
  let monteCarlo: IntervalPart?
  /// Of what makes markets differ the part that is not known, 0 … 1; the rest is luck.
  let unknownShare: Double?
  let unit: String
  /// Why there is no value.
  let none: String?

  init(_ estimated: Estimated, _ unit: Measure.Unit, _ currency: Currency) {
    let estimate = estimated.estimate
    value = unit.plain(estimate?.value, currency)
    prediction = IntervalPart(estimate?.prediction, unit, currency)
    monteCarlo = IntervalPart(estimate?.precision, unit, currency)
    unknownShare = estimate?.sources?.ignoranceShare
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
  let tests: [TestPart]

  init(
    _ difference: Difference, printed: Estimate, _ unit: Measure.Unit, _ currency: Currency
  ) {
    self.difference = EstimatePart(.estimate(printed), unit, currency)
    chanceHigher = difference.chanceHigher
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
