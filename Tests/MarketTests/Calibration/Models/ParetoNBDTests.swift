import Foundation
import Testing

@testable import Market

struct ParetoNBDTests {
  let cdnow = ParetoNBD(r: 0.5533, alpha: 10.578, s: 0.6061, beta: 11.669)

  /// lifetimes 0.11.3.
  @Test(arguments: [
    (1.0, 0.051_007_288_751_141_27), (39, 1.213_563_247_828_293_2), (78, 1.910_213_391_376_872_4),
  ])
  func expectedPurchasesOfNewCustomers(weeks: Double, expected: Double) {
    #expect(abs(cdnow.expectedPurchases(within: weeks) / expected - 1) < 1e-12)
  }

  /// lifetimes 0.11.3: conditional expectation and P(alive).
  @Test(arguments: [
    (39.0, 2, 30.43, 38.86, 1.455_211_818_362_592_8, 0.869_144_157_852_155),
    (39, 0, 0, 38.86, 0.107_094_779_781_010_52, 0.295_171_946_549_623_9),
    (52, 10, 20, 39, 0.706_129_100_923_303_9, 0.080_410_727_521_273_97),
    (10, 1, 1, 39, 0.044_386_960_868_735_66, 0.149_792_763_903_091_49),
    (100, 26, 30.86, 31, 42.025_889_420_049_49, 0.997_918_386_912_831_1),
  ])
  func expectedPurchasesGivenAHistory(
    t: Double, x: Int, recency: Double, age: Double, expected: Double, alive: Double
  ) {
    let computed = cdnow.expectedPurchases(within: t, repeats: x, recency: recency, age: age)
    #expect(abs(computed / expected - 1) < 1e-10)
    let chance = cdnow.probabilityAlive(repeats: x, recency: recency, age: age)
    #expect(abs(chance / alive - 1) < 1e-10)
  }

  /// mpmath 1.3.0: adaptive quadrature over the age of lapsing, 30 digits.
  @Test(arguments: [
    (0, 39.0, 0.593_493_946_807_300_9), (1, 39, 0.165_592_687_029_326_7),
    (5, 39, 0.021_495_174_132_894_34), (3, 1000, 0.042_271_608_613_570_5),
    (40, 1000, 0.001_108_891_829_897_851),
  ])
  func probabilitiesOfCounts(x: Int, t: Double, expected: Double) {
    #expect(abs(cdnow.probability(of: x, within: t) / expected - 1) < 1e-12)
  }

  /// Integrated numerically (SciPy 1.17.1 `quad`, lifetimes 0.11.3) at the parameters as printed.
  @Test func figuresOfThePrintedParameters() {
    let printed = ParetoNBD(r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669)
    for (weeks, expected) in [(1.0, 0.050_980), (39, 1.213_003), (78, 1.909_398)] {
      #expect(abs(printed.expectedPurchases(within: weeks) - expected) < 5e-7)
    }
    for (x, recency, age, alive, expected) in [
      (2, 30.43, 38.86, 0.869_168, 1.455_123), (0, 0, 38.86, 0.295_287, 0.107_081),
      (26, 30.86, 31, 0.997_919, 20.117_026),
    ] {
      let chance = printed.probabilityAlive(repeats: x, recency: recency, age: age)
      #expect(abs(chance - alive) < 5e-7)
      let purchases = printed.expectedPurchases(
        within: 39, repeats: x, recency: recency, age: age)
      #expect(abs(purchases - expected) < 5e-7)
    }
  }

  /// ∫ (β/(β + u))^s du, SciPy 1.17.1 `quad`; the median is where (β/(β + t))^s is a half.
  @Test(arguments: [
    (0.606, 23.202_792_200_369_956), (1, 17.134_509_077_368_32), (3, 5.525_053_013_653_885),
  ])
  func stays(s: Double, expected: Double) {
    let model = ParetoNBD(r: 2, alpha: 4, s: s, beta: 11.669)
    #expect(abs(model.expectedStay(within: 39) / expected - 1) < 1e-12)
    let left = 1 - pow(11.669 / (11.669 + model.medianStay), s)
    #expect(abs(left - 0.5) < 1e-15)
  }

  /// Hardly anybody ever leaves.
  @Test func aMedianStayMayHaveNoEnd() {
    #expect(ParetoNBD(r: 2, alpha: 4, s: 1e-4, beta: 10).medianStay == .infinity)
  }

  @Test func meanLifetimeAtShapeOneIsLogarithmic() {
    let model = ParetoNBD(r: 2, alpha: 4, s: 1, beta: 10)
    #expect(abs(model.expectedPurchases(within: 10) - 0.5 * 10 * 0.693_147_180_559_945_3) < 1e-14)
    let near = ParetoNBD(r: 2, alpha: 4, s: 1 + 1e-9, beta: 10)
    #expect(
      abs(near.expectedPurchases(within: 10) / model.expectedPurchases(within: 10) - 1) < 1e-8)
  }
}
