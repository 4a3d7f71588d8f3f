import Experiments
import RealModule
import Statistics
import Testing

/// Three intervals of the same relative lift.
@Suite(.releaseOnly) struct LiftCoverageTests {
  @Test func skewedRevenue() throws {
    let shares = try Repeated.shares(of: 3) { draws in
      let lift = try RelativeLift(
        draws.moments(arm: 1, units: 4_000) { 1.2 * SkewedRevenue.sample(&$0) },
        over: draws.moments(arm: 0, units: 4_000, SkewedRevenue.sample))
      return [
        try lift.logInterval().contains(0.2), lift.delta.interval().contains(0.2),
        lift.fiellerSet().contains(0.2),
      ]
    }
    for (place, name) in ["log ratio", "delta", "Fieller"].enumerated() {
      Repeated.judge(
        "\(name), skewed revenue, 2 × 4,000, coverage", share: shares[place], nominal: 0.95)
    }
  }

  /// The control's mean is 3.5 of its errors from 0, so that one set in twenty is unbounded: Fieller's
  /// holds even then, and the delta method's ends lean to one side.
  @Test func controlNearZero() throws {
    let shares = try Repeated.shares(of: 4) { draws in
      let lift = try RelativeLift(
        draws.moments(arm: 1, units: 50) { 1.5 + 2 * $0.normal() },
        over: draws.moments(arm: 0, units: 50) { 1 + 2 * $0.normal() })
      let delta = lift.delta.interval()
      let fieller = lift.fiellerSet()
      return [
        fieller.contains(0.5), delta.low > 0.5, delta.high < 0.5, !fieller.isBounded,
      ]
    }
    Repeated.judge("Fieller, control near 0, coverage", share: shares[0], nominal: 0.95)
    // P(|T| < t) with T noncentral by 3.54, taken as normal.
    Repeated.judge(
      "Fieller, control near 0, unbounded sets", share: shares[3],
      nominal: .normalCDF(1.9845 - 0.5 * 50.0.squareRoot()), allowance: 0.005)
    print("delta, control near 0, truth below and above: \(shares[1]), \(shares[2])")
    #expect(shares[1] < 0.01 && shares[2] > 0.03)
  }
}

extension FiellerSet {
  fileprivate func contains(_ value: Double) -> Bool {
    switch self {
    case .bounded(let interval): interval.contains(value)
    case .outside(let interval): value <= interval.low || value >= interval.high
    case .atLeast(let end): value >= end
    case .atMost(let end): value <= end
    case .everything: true
    }
  }

  fileprivate var isBounded: Bool {
    if case .bounded = self { true } else { false }
  }
}
