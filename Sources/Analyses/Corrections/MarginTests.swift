import Experiments
public import Statistics

/// A one-sided test against a margin, or the two of equivalence.
public struct MarginTest: Sendable, Equatable {
  public let metric: String
  public let arm: String
  public let margin: Margin
  public let isEquivalence: Bool
  /// One-sided, of equivalence the larger of two; nil where a sequential rule's interval decides.
  public let pValue: Double?
  public let adjustedPValue: Double?
  /// Tests that were corrected together; 1 where nothing was.
  public let comparisons: Int
  /// On the margin's scale, of both one-sided tests: of 90% where the confidence is 95%.
  ///
  /// Of a sequential rule its own. Nil where nothing is a share of the control's value.
  public let interval: Interval?
  public let isShown: Bool
}

/// Every margin of a plan against every arm.
///
/// Each one-sided test is made at what the confidence leaves, 5% at 95%, which is what an interval of 90% shows: the
/// convention of Schuirmann (1987) for equivalence, and of one-sided tests of non-inferiority. Where a trial wants
/// 2.5% on a side, the confidence is 97.5%. Several arms are allowed for by Holm's steps where effects are by
/// Dunnett, whose law is of differences from 0; else by the effects' own correction.
struct MarginTests {
  private(set) var all: [MarginTest] = []

  init(
    _ plan: AnalysisPlan, _ comparisons: [MetricComparison], _ corrected: Corrected,
    _ names: [String]
  ) {
    var found: [(test: Found, group: Int)] = []
    let margins = plan.margins.map { ($0, false) } + plan.equivalences.map { ($0, true) }
    for (group, (margin, isEquivalence)) in margins.enumerated() {
      guard let place = comparisons.firstIndex(where: { $0.metric.name == margin.metric }) else {
        continue
      }
      for (arm, estimate) in comparisons[place].arms.enumerated() {
        guard let estimate = try? estimate.get(),
          let own = try? corrected.estimates[place][arm].get()
        else { continue }
        let test = Found(
          arm: names[arm + 1], margin: margin, isEquivalence: isEquivalence, estimate: estimate,
          corrected: own)
        found.append((test, group))
      }
    }
    guard plan.sequential == nil else {
      all = found.map { $0.test.bySequentialInterval }
      return
    }
    let pValues = found.map { $0.test.pValue }
    let adjusted = Self.adjusted(pValues, groups: found.map(\.group), plan.correction)
    all = zip(found, zip(pValues, adjusted)).map { test, values in
      test.test.tested(
        values.0, adjusted: values.1, confidence: plan.confidence,
        comparisons: plan.correction == .none
          ? 1
          : plan.correction == .dunnett
            ? found.count { $0.group == test.group } : found.count)
    }
  }

  private static func adjusted(
    _ pValues: [Double], groups: [Int], _ rule: CorrectionRule
  ) -> [Double] {
    if let correction = rule.steps { return correction.adjusted(pValues) }
    var adjusted = pValues
    guard rule == .dunnett else { return adjusted }
    for group in Set(groups) {
      let own = groups.indices.filter { groups[$0] == group }
      for (place, value) in zip(own, Correction.holm.adjusted(own.map { pValues[$0] })) {
        adjusted[place] = value
      }
    }
    return adjusted
  }
}

/// One margin and one arm, before anything is corrected.
private struct Found {
  let arm: String
  let margin: Margin
  let isEquivalence: Bool
  let estimate: ArmEstimate
  let corrected: CorrectedEstimate

  var pValue: Double {
    let above = { estimate.pValue(above: -margin.size, isShare: margin.isShare) }
    let below = { estimate.pValue(below: margin.size, isShare: margin.isShare) }
    return isEquivalence ? max(above(), below()) : margin.isRise ? below() : above()
  }

  func tested(
    _ pValue: Double, adjusted: Double, confidence: Double, comparisons: Int
  ) -> MarginTest {
    test(
      pValue, adjusted, comparisons: comparisons,
      (try? estimate.alone(confidence: 2 * confidence - 1)).flatMap(interval),
      isShown: adjusted <= 1 - confidence)
  }

  var bySequentialInterval: MarginTest {
    let interval = interval(corrected)
    let isAbove = interval.map { $0.low > -margin.size } ?? false
    let isBelow = interval.map { $0.high < margin.size } ?? false
    return test(
      nil, nil, interval,
      isShown: isEquivalence ? isAbove && isBelow : margin.isRise ? isBelow : isAbove)
  }

  private func test(
    _ pValue: Double?, _ adjusted: Double?, comparisons: Int = 1, _ interval: Interval?,
    isShown: Bool
  ) -> MarginTest {
    MarginTest(
      metric: margin.metric, arm: arm, margin: margin, isEquivalence: isEquivalence,
      pValue: pValue, adjustedPValue: adjusted, comparisons: comparisons, interval: interval,
      isShown: isShown)
  }

  /// On the margin's scale.
  private func interval(_ corrected: CorrectedEstimate) -> Interval? {
    margin.isShare ? estimate.shareInterval(corrected.margin) : corrected.interval
  }
}

extension ArmEstimate {
  /// As a share of the size of the control's value: below 0 more of it is a fall of the ratio.
  func shareInterval(_ ratio: Interval?) -> Interval? {
    ratio.map { controlValue < 0 ? Interval(low: -$0.high, high: -$0.low) : $0 }
  }

  /// One-sided, of the effect's being above a bound.
  func pValue(above bound: Double, isShare: Bool) -> Double {
    if let effect = linear(bound, isShare: isShare) { return effect.pValue(.greater) }
    return inverted(isShare) { $0.low > bound }
  }

  /// One-sided, of the effect's being below a bound.
  func pValue(below bound: Double, isShare: Bool) -> Double {
    if let effect = linear(bound, isShare: isShare) { return effect.pValue(.less) }
    return inverted(isShare) { $0.high < bound }
  }

  /// The effect less a bound, where its error is known; nil where the interval comes from elsewhere.
  ///
  /// Above a share b of the control's size |c| means a − c − b·|c| above 0, a linear contrast of two values: what
  /// Fieller's set inverts, but with an answer where the set has no ends.
  private func linear(_ bound: Double, isShare: Bool) -> Effect? {
    guard isShare else {
      guard case .statistic = law else { return nil }
      return Effect(
        estimate: effect.estimate - bound, standardError: effect.standardError,
        degreesOfFreedom: effect.degreesOfFreedom)
    }
    guard case .ratio(let ratio, _) = relative else { return nil }
    let contrast = ratio.contrast(1 + (controlValue < 0 ? -bound : bound))
    return Effect(
      estimate: contrast.value, standardError: contrast.standardError,
      degreesOfFreedom: contrast.degreesOfFreedom)
  }

  /// At one half on either side there is no interval left.
  private static let mostInverted = 0.4999

  /// The least chance of error on one side at which the interval is met.
  private func inverted(_ isShare: Bool, _ isMet: (Interval) -> Bool) -> Double {
    leastErrorRate(steps: 24, most: Self.mostInverted) { tail in
      if isShare {
        return shareInterval(relative.marginInterval(eachTail: tail)).map(isMet) ?? false
      }
      return (try? alone(confidence: 1 - 2 * tail)).map { isMet($0.interval) } ?? false
    }
  }
}
