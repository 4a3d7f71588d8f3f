import RealModule
import Statistics
import Testing

@testable import Experiments

/// Arms whose errors differ by many orders of magnitude.
@Suite struct DunnettUnevenTests {
  struct Case: Sendable {
    let arms: [Double]
    let z: Double
    var alternative = Alternative.twoSided
    let tail: Double
  }

  /// mpmath 1.3.0, 30 digits, a control's variance of 1: the integral over U by 24 Gauss–Legendre nodes on
  /// each piece between z/λ, λz, multiples of the residual spread about them and whole numbers.
  @Test(arguments: [
    Case(arms: [1e-3, 1], z: 3, tail: 0.00492429892993745785),
    Case(arms: [1e-6, 1e-6], z: 2.5, tail: 0.0124391092021214155),
    Case(arms: [1e-12, 1e-12], z: 2.5, tail: 0.0124193504301213818),
    Case(arms: [1e-12, 1], z: 2.5, tail: 0.0217860493168152864),
    Case(arms: [1e-12, 1e12], z: 2.5, tail: 0.0246844215292681144),
    Case(arms: [1e-12, 1e-6, 1, 1e6], z: 2.2, tail: 0.0739286798836702466),
    Case(arms: [1e-4, 2e-4, 5e-3], z: 12, tail: 4.94008180184248777e-33),
    Case(arms: [1e-8, 3, 1e-5], z: 30, tail: 1.99987211884028005e-197),
    Case(arms: [1e-8, 3, 1e-5], z: 37, alternative: .greater, tail: 1.17185754118022194e-299),
    Case(arms: [1e-6, 0.5], z: -1, alternative: .greater, tail: 0.899798225261987579),
    Case(arms: [1e-12, 1e-3, 20], z: 0.5, alternative: .greater, tail: 0.496867078929198119),
    Case(arms: [1e-12, 1e-3, 20], z: 0.01, tail: 0.999984060874176943),
    Case(arms: [1e-24, 1e-24], z: 2, tail: 0.0455002638964193367),
    Case(arms: [Double](repeating: 0.1, count: 99), z: 3, tail: 0.019706369930232566),
    Case(
      arms: [
        1e-12, 1.7378008287493763e-12, 3.0199517204020193e-12, 5.248074602497734e-12,
        9.120108393559116e-12, 1, 10,
      ], z: 3.5, tail: 0.00133503984491301405),
  ])
  func tails(_ own: Case) throws {
    let law = try Dunnett(
      controlVariance: 1, armVariances: own.arms, alternative: own.alternative)
    #expect(agrees(law.upperTail(own.z), own.tail, relative: 1e-11))
    // Only ratios count, also where the variances themselves come near the ends of the doubles.
    for scale in [1e-290, 1e290] {
      let scaled = try Dunnett(
        controlVariance: scale, armVariances: own.arms.map { $0 * scale },
        alternative: own.alternative)
      #expect(agrees(scaled.upperTail(own.z), own.tail, relative: 1e-11))
    }
  }

  /// The two ways of integrating, on either side of where one hands over to the other.
  @Test(arguments: [1, 3, 30])
  func theWaysOfIntegratingAgree(arms: Int) throws {
    for z in [0.3, 2, 9, 33] {
      // Precisions of about 399 and 401, between which the tail is nearly straight.
      let tails = try [398.0, 399, 400, 401].map {
        try Dunnett(
          controlVariance: 1, armVariances: [Double](repeating: Double(arms) / $0, count: arms)
        ).upperTail(z)
      }
      let jump = .log(tails[2] / tails[1]) - Double.log(tails[1] / tails[0])
      #expect(jump.magnitude < 1e-5)
      #expect((Double.log(tails[3] / tails[2]) - .log(tails[2] / tails[1])).magnitude < 1e-5)
    }
  }

  /// Arms without errors of their own move as one with the control, arms with errors beyond measure by
  /// themselves: with m of the latter, 1 − (1 − p)^m, or m + 1 where there is any of the former.
  @Test(arguments: [2, 5, 40, 99], [1e-300, 1e-30, 1e-25, 1e25, 1e30, 1e300])
  func limits(arms: Int, ratio: Double) throws {
    for degreesOfFreedom in arms > 5 ? [.infinity] : [3, Double.infinity] {
      for c in [0.2, 2, 5, 30, 1e4, 1e200] {
        let single = StatisticLaw(degreesOfFreedom: degreesOfFreedom).upperTail(c) * 2
        let same = try Dunnett(
          controlVariance: 1, armVariances: [Double](repeating: ratio, count: arms),
          degreesOfFreedom: degreesOfFreedom
        ).upperTail(c)
        if ratio < 1 { #expect(agrees(same, single, relative: 1e-10)) }
        if ratio > 1, degreesOfFreedom.isInfinite {
          let expected = -Double.expMinusOne(Double(arms) * .log(onePlus: -single))
          #expect(agrees(same, expected, relative: 1e-10))
        }
        let half = arms / 2
        let mixed = try Dunnett(
          controlVariance: 1,
          armVariances: [Double](repeating: ratio, count: half)
            + [Double](repeating: 1 / ratio, count: arms - half),
          degreesOfFreedom: degreesOfFreedom
        ).upperTail(c)
        let free = ratio > 1 ? half : arms - half
        if degreesOfFreedom.isInfinite {
          let expected = -Double.expMinusOne(Double(free + 1) * .log(onePlus: -single))
          #expect(agrees(mixed, expected, relative: 1e-10))
        }
        #expect(mixed >= single * (1 - 1e-9) && mixed <= single * Double(free + 1) * (1 + 1e-9))
      }
    }
  }

  /// Whatever the ratios, there is an answer, no smaller than one arm's and no larger than independent ones'.
  @Test(arguments: Alternative.allCases)
  func anyRatiosHaveAnAnswer(_ alternative: Alternative) throws {
    var stream = Draws(seed: 9, replication: 0)
      .stream(Individual(family: 0, index: 0), Purpose("test.dunnett"))
    for span in [1.0, 12, 30, 300] {
      for arms in [2, 3, 9, 99] {
        let variances = (0..<arms).map { _ in Double.pow(10, span * (2 * stream.uniform() - 1)) }
        for degreesOfFreedom in [1, 2.5, .infinity] where arms < 99 || degreesOfFreedom.isInfinite {
          let law = try Dunnett(
            controlVariance: 1, armVariances: variances, degreesOfFreedom: degreesOfFreedom,
            alternative: alternative)
          let single =
            StatisticLaw(degreesOfFreedom: degreesOfFreedom).upperTail(2.4)
            * (alternative == .twoSided ? 2 : 1)
          let tail = law.upperTail(2.4)
          #expect(tail >= single * (1 - 1e-10) && tail <= single * Double(arms))
          guard arms < 99 else { continue }
          let critical = law.criticalValue()
          #expect(agrees(law.upperTail(critical), 0.05, relative: 1e-9))
        }
      }
    }
  }

  @Test func endsOfTheLine() throws {
    for degreesOfFreedom in [0.1, 1, 8, 1e15, 1e300, .infinity] {
      for alternative in Alternative.allCases {
        let law = try Dunnett(
          controlVariance: 1, armVariances: [1, 1e-9], degreesOfFreedom: degreesOfFreedom,
          alternative: alternative)
        #expect(law.upperTail(.infinity) == 0)
        #expect(law.upperTail(-.infinity) == 1)
        #expect(law.upperTail(-1e200) > 0.999_999)
        #expect(law.upperTail(1e300) < 1e-9 && law.upperTail(1e300) >= 0)
        #expect(law.upperTail(.nan).isNaN)
      }
    }
  }

  /// Two statistics next to perfectly correlated are as much as one.
  @Test func twoThatMoveNearlyAsOne() throws {
    let near = 1 - 2e-8
    let law = try MaximumT(correlation: Matrix([[1, near], [near, 1]]), degreesOfFreedom: 6)
    let single = Effect(estimate: 3, standardError: 1, degreesOfFreedom: 6).pValue()
    #expect(agrees(law.upperTail(3), single, relative: 1e-3))
    #expect(law.upperTail(3) > single)
  }
}
