import Testing

@testable import Market

struct BGNBDTests {
  let cdnow = BGNBD(r: 0.242_594_5, alpha: 4.413_601_9, a: 0.792_919_9, b: 2.425_888_1)

  /// Expectations over weeks: model.md, oracle 2.
  @Test(arguments: [(1.0, 0.05318), (3, 0.15063), (32, 1.04373), (78, 1.85796)])
  func expectedPurchasesOfNewCustomers(weeks: Double, expected: Double) {
    #expect(abs(cdnow.expectedPurchases(within: weeks) - expected) < 5e-6)
  }

  /// A fit at the limits of a and b: mpmath 1.3.0, equation 9 with 60 digits.
  ///
  /// The quadrature that takes over where the closed form leaves the range is good to 1e-9.
  @Test(arguments: [
    (39.0, 1.5, 0.02, 51.773_349_254_645_995), (39, 60, 2, 51.993_463_449_117_716),
  ])
  func expectedPurchasesWhereHardlyAnybodyLapses(
    t: Double, r: Double, alpha: Double, expected: Double
  ) {
    let model = BGNBD(r: r, alpha: alpha, a: 154, b: 7_802)
    #expect(abs(model.expectedPurchases(within: t) / expected - 1) < 1e-9)
  }

  /// mpmath 1.3.0, equation 10 with 40 digits; lifetimes 0.11.3 agrees to eight.
  @Test(arguments: [
    (39.0, 2, 30.43, 38.86, 1.225_905_704_510_039_6, 0.726_608_610_768_208_13),
    (39, 0, 0, 38.86, 0.194_781_947_124_181_64, 1),
    (52, 10, 20, 39, 0.347_484_253_404_331_51, 0.038_123_536_168_894_069),
    (10, 1, 1, 39, 0.051_165_320_532_469_305, 0.187_144_133_156_441_94),
    (100, 26, 30.86, 31, 40.344_634_318_839_713, 0.968_918_582_160_651_53),
  ])
  func expectedPurchasesGivenAHistory(
    t: Double, x: Int, recency: Double, age: Double, expected: Double, alive: Double
  ) {
    let computed = cdnow.expectedPurchases(within: t, repeats: x, recency: recency, age: age)
    #expect(abs(computed / expected - 1) < 1e-12)
    let chance = cdnow.probabilityAlive(repeats: x, recency: recency, age: age)
    #expect(abs(chance / alive - 1) < 1e-12)
  }

  /// lifetimes 0.11.3, `probability_of_n_purchases_up_to_time(39, n)`.
  @Test func probabilitiesOfCounts() {
    let expected = [
      0.574_307_194_557_651_8, 0.199_192_794_665_025_74, 0.085_322_885_757_195_82,
      0.045_797_498_062_863_58, 0.027_631_363_494_052_943, 0.017_938_444_013_574_292,
    ]
    for (x, value) in expected.enumerated() {
      #expect(abs(cdnow.probability(of: x, within: 39) / value - 1) < 1e-10)
    }
  }

  @Test(arguments: [0.5, 39, 250])
  func probabilitiesAddUpToOneAndToTheMean(t: Double) {
    let chances = (0..<1500).map { cdnow.probability(of: $0, within: t) }
    #expect(abs(chances.reduce(0, +) - 1) < 1e-9)
    let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(mean / cdnow.expectedPurchases(within: t) - 1) < 1e-6)
  }

  /// mpmath 1.3.0: r/α·∫ ₂F₁(r+1, a; a+b; −u/α) du, where the usual formula is 0/0 or nearly so.
  @Test(arguments: [
    (0.25, 4.0, 1.0, 2.5, 39.0, 1.192_989_941_574_830_8),
    (0.25, 4, 1.0001, 2.5, 39, 1.192_935_057_421_731_7),
    (0.25, 4, 0.4, 0.6, 39, 1.187_640_290_984_182_9),
    (0.25, 4, 0.2, 0.5, 39, 1.529_319_700_810_957_9),
    (3, 10, 2.5, 0.7, 1000, 1.466_110_953_898_522_8),
    (0.25, 4, 0.8, 2.4, 0.001, 6.249_755_878_991_297_6e-5),
  ])
  func expectationsWhereTheFormulaDegenerates(
    r: Double, alpha: Double, a: Double, b: Double, t: Double, expected: Double
  ) {
    let model = BGNBD(r: r, alpha: alpha, a: a, b: b)
    #expect(abs(model.expectedPurchases(within: t) / expected - 1) < 1e-11)
  }

  @Test func longHistoriesStayInRange() {
    let busy = cdnow.expectedPurchases(within: 52, repeats: 5000, recency: 500, age: 501)
    #expect(busy > 100 && busy.isFinite)
    #expect(cdnow.probabilityAlive(repeats: 5000, recency: 10, age: 501) == 0)
  }
}
