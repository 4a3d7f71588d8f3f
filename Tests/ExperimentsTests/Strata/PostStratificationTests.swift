import Statistics
import Testing

@testable import Experiments

@Suite struct PostStratificationTests {
  private func sample(_ values: [Double]) -> CoMoments {
    var sum = CoMoments(variables: 1)
    for value in values { sum.add([value]) }
    return sum
  }

  @Test func oneStratumIsWelch() throws {
    let (a, b) = (sample([1, 4, 2, 8]), sample([3, 9, 5]))
    let stratified = try PostStratification(control: [a], treatment: [b])
    let welch = try Effect.difference(b.moments(of: 0), from: a.moments(of: 0))
    let effect = try stratified.difference(in: .mean(of: 0))
    #expect(agrees(effect.estimate, welch.estimate, relative: 1e-13))
    #expect(agrees(effect.standardError, welch.standardError, relative: 1e-13))
    #expect(agrees(effect.degreesOfFreedom, welch.degreesOfFreedom, relative: 1e-13))
    let delta = try RelativeLift(b.moments(of: 0), over: a.moments(of: 0)).delta
    let lift = try stratified.lift(in: .mean(of: 0))
    #expect(agrees(lift.estimate, delta.estimate, relative: 1e-13))
    #expect(agrees(lift.standardError, delta.standardError, relative: 1e-13))
  }

  /// Effects 2 and 5 with variances of the error 4/3 + 1 and 2 + 1, by hand.
  @Test func knownSharesWeighEffects() throws {
    let control = [
      sample([0, 2, 4]), sample([10, 12, 14, 12 - 8.0.squareRoot(), 12 + 8.0.squareRoot()]),
    ]
    let treatment = [sample([3, 5]), sample([16, 18])]
    let variances = zip(control, treatment).map { a, b in
      (a.covariance(0, 0) ?? .nan) / Double(a.count) + (b.covariance(0, 0) ?? .nan) / 2
    }
    #expect(agrees(variances[0], 4.0 / 3 + 1, relative: 1e-14))
    let known = try PostStratification(
      control: control, treatment: treatment, shares: .known([0.3, 0.7])
    ).difference(in: .mean(of: 0))
    #expect(agrees(known.estimate, 0.3 * 2 + 0.7 * 5, relative: 1e-13))
    let variance = 0.09 * variances[0] + 0.49 * variances[1]
    #expect(agrees(known.standardError, variance.squareRoot(), relative: 1e-13))
    // Shares from the 12 units, 5 and 7, add what the shares themselves vary.
    let estimated = try PostStratification(control: control, treatment: treatment)
      .difference(in: .mean(of: 0))
    let (p, q) = (5.0 / 12, 7.0 / 12)
    let sampled = p * p * variances[0] + q * q * variances[1] + p * q * 9 / 12
    #expect(agrees(estimated.estimate, p * 2 + q * 5, relative: 1e-13))
    #expect(agrees(estimated.standardError, sampled.squareRoot(), relative: 1e-13))
  }

  @Test func thinStratumIsSaid() {
    #expect(throws: NotEstimable("a stratum has fewer than two units in an arm")) {
      try PostStratification(
        control: [sample([1, 2]), sample([1])], treatment: [sample([1, 2]), sample([3, 4])])
    }
  }
}
