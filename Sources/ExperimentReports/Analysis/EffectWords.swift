import Analyses
import Experiments
import Statistics
import Takeaways

/// One effect in sentences: figures rounded alike, to two digits of half the interval's width.
struct EffectWords {
  private let effect: EffectEstimate
  private let control: String
  private let sureness: String
  /// Whether figures are shares, said in percentage points.
  private let isShare: Bool
  private let decimals: Int

  init(_ effect: EffectEstimate, _ plan: AnalysisPlan, control: String) {
    self.effect = effect
    self.control = quoted(control)
    sureness = "\(Decimals.trimmed(plan.confidence * 100, 4))% sure"
    isShare = plan.metrics.first { $0.name == effect.metric }?.isProportion ?? false
    let scale = isShare ? 100.0 : 1
    let half = effect.interval.halfWidth * scale
    let size = half.isFinite ? half : (effect.effect.estimate * scale).magnitude
    // 1.04 wants a digit more than 9.96 to say as much.
    let digits = Decimals.places(size, digits: 1) == Decimals.places(size * 4, digits: 1) ? 3 : 2
    decimals = Decimals.places(size, digits: digits)
  }

  private var metric: String { effect.metric.printable }
  private var arm: String { quoted(effect.arm) }
  private var unit: String { isShare ? " points" : "" }

  /// A sure effect.
  ///
  /// Such as `revenue is 0.42 higher with “B” than with “A” (+5.1%): 8.70 against 8.28; 95% sure between 0.10
  /// and 0.74.`
  var sure: String {
    if let crossing = effect.crossing, effect.interval.contains(0) { return crossed(crossing) }
    let first =
      effect.crossing.map { "; the rule was crossed on \($0.day.printable) already" } ?? ""
    return
      "\(metric) is \(amount(effect.effect.estimate))\(unit) \(direction) with \(arm) than with"
      + " \(control)\(share): \(levels); \(sureness) \(between)\(first)."
  }

  /// Shown on an earlier day, though the last look alone would not show it.
  private func crossed(_ crossing: DayEffect) -> String {
    let then = crossing.effect.estimate
    return
      "\(metric) is \(then < 0 ? "lower" : "higher") with \(arm) than with \(control): shown on"
      + " \(crossing.day.printable), when it was \(amount(then))\(unit) \(then < 0 ? "lower" : "higher"),"
      + " \(sureness) \(between(crossing.interval, amount, unit)) at every look, and where the rule"
      + " stops. By the last day it is \(amount(effect.effect.estimate))\(unit) \(direction), \(between)."
  }

  var unclear: String {
    "\(metric): no difference between \(arm) and \(control) is shown; \(arm) is"
      + " \(amount(effect.effect.estimate))\(unit) \(direction)\(share): \(levels);"
      + " \(sureness) \(between)."
  }

  var tooEarly: String {
    "\(metric): too early to say. So far \(arm) is \(amount(effect.effect.estimate))\(unit)"
      + " \(direction) than \(control)\(share); \(sureness) \(between), at every look."
  }

  /// What a test against a margin shows.
  func tested(_ test: MarginTest) -> String {
    let size = words(test.margin)
    let pValue = said(test)
    if test.isEquivalence {
      let pair = "\(arm) and \(control) are equivalent within ±\(size)"
      guard test.isShown, let interval = test.interval else {
        return "\(metric): that \(pair) is not shown\(pValue)."
      }
      let range = test.margin.isShare ? shares(interval) : between(interval, amount, unit)
      return "\(metric): \(pair): \(sureness) on either side, \(range)\(pValue)."
    }
    let change = "\(size) \(test.margin.isRise ? "above" : "below") \(control)"
    return test.isShown
      ? "\(metric): \(arm) is non-inferior: \(sureness) that it is less than \(change)\(pValue)."
      : "\(metric): that \(arm) is less than \(change) is not shown\(pValue)."
  }

  /// Such as ` (one-sided p = 0.013)`; empty where a sequential rule's interval decides.
  private func said(_ test: MarginTest) -> String {
    guard let own = test.pValue, let adjusted = test.adjustedPValue else { return "" }
    let kind = test.isEquivalence ? "two one-sided tests" : "one-sided"
    return test.comparisons == 1
      ? " (\(kind), \(Readable.pPhrase(own)))"
      : " (\(kind), adjusted \(Readable.pPhrase(adjusted)))"
  }

  /// A margin in the unit it was given in.
  private func words(_ margin: Margin) -> String {
    guard margin.isShare else { return marginAmount(margin.size) + unit }
    let percent = margin.size * 100
    return Readable.number(percent, decimals: Decimals.places(percent, digits: 2)) + "%"
  }

  /// The effect and its interval, such as `+0.27 (−0.68 to +1.23)`.
  var figures: String {
    func signed(_ value: Double) -> String {
      guard value.isFinite else { return value < 0 ? "below" : "above" }
      return Readable.number(isShare ? value * 100 : value, decimals: decimals, isSigned: true)
    }
    let (low, high) = (effect.interval.low, effect.interval.high)
    return "\(signed(effect.effect.estimate)) (\(signed(low)) to \(signed(high)))"
  }

  private var direction: String { effect.effect.estimate < 0 ? "lower" : "higher" }

  private var share: String {
    let value: Double
    switch effect.relative {
    case .interval(let estimate, _, _): value = estimate
    case .unbounded, .notEstimable: return ""
    }
    // Of a control below 0 a rise is a fall of the ratio: no percentage says what it seems to say.
    guard value.isFinite, effect.controlValue > 0 else { return "" }
    let percent = Readable.number(value * 100, decimals: 1, isSigned: true)
    return " (\(percent)%)"
  }

  private var levels: String { "\(level(effect.armValue)) against \(level(effect.controlValue))" }

  private func level(_ value: Double) -> String {
    isShare
      ? Readable.number(value * 100, decimals: decimals) + "%"
      : Readable.number(value, decimals: decimals)
  }

  private func amount(_ value: Double) -> String {
    Readable.number((isShare ? value * 100 : value).magnitude, decimals: decimals)
  }

  /// A margin finer than the interval shows two digits of its own.
  private func marginAmount(_ value: Double) -> String {
    let shown = (isShare ? value * 100 : value).magnitude
    return Readable.number(shown, decimals: max(decimals, Decimals.places(shown, digits: 2)))
  }

  /// Such as `between 0.10 and 0.74`, `between 0.74 and 0.10 lower` or `between 0.20 lower and 0.44 higher`.
  private var between: String { between(effect.interval, amount, unit) }

  /// The same of shares of the control's value.
  private func shares(_ shares: Interval) -> String {
    let decimals = Decimals.places(shares.halfWidth * 100, digits: 2)
    return between(
      shares, { Readable.number(($0 * 100).magnitude, decimals: decimals) + "%" }, "")
  }

  private func between(
    _ interval: Interval, _ amount: (Double) -> String, _ unit: String
  ) -> String {
    let (low, high) = (interval.low, interval.high)
    guard low.isFinite, high.isFinite else { return "of nothing yet" }
    if low >= 0 { return "between \(amount(low)) and \(amount(high))\(unit)" }
    if high <= 0 { return "between \(amount(high)) and \(amount(low))\(unit) lower" }
    return "between \(amount(low)) lower and \(amount(high))\(unit) higher"
  }
}
