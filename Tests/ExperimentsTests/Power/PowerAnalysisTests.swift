import Statistics
import Testing

@testable import Experiments

@Suite struct PowerAnalysisTests {
  private static let metric = Baseline.mean(2, standardDeviation: 3)

  /// What is solved for gives back what was given, whatever the design.
  @Test(arguments: [
    (arms: 2, ratio: 1.0, explained: 0.0, icc: 0.0, looks: 1, isTwoSided: true),
    (2, 0.3, 0.5, 0.02, 1, true), (2, 1, 0, 0, 1, false), (4, 0.5, 0.2, 0, 1, true),
  ])
  func sizeEffectAndPowerAgree(
    arms: Int, ratio: Double, explained: Double, icc: Double, looks: Int, isTwoSided: Bool
  ) throws {
    for baseline in [Self.metric, .rate(0.1)] {
      let analysis = try PowerAnalysis(
        baseline, allocation: Allocation(arms: arms, ratio: ratio), isTwoSided: isTwoSided,
        explained: explained,
        clustering: icc == 0
          ? nil
          : Clustering(intraclassCorrelation: icc, meanSize: 20, sizeVariation: 0.5))
      let effect = 0.1 * baseline.level
      let control = try analysis.controlUnits(effect: effect, power: 0.8)
      #expect(
        try agrees(analysis.power(effect: effect, control: control), 0.8, relative: 1e-10))
      #expect(
        try agrees(
          analysis.detectableEffect(control: control, power: 0.8), effect, relative: 1e-10))
    }
  }

  /// Two arms of a mean are the t test of ``TTestPower`` where the arms have one size.
  @Test func twoArmsAreTheTTest() throws {
    let analysis = try PowerAnalysis(Self.metric, allocation: Allocation())
    let size = try TTestPower().size(effect: 0.2 / 3, power: 0.9)
    #expect(
      try agrees(analysis.controlUnits(effect: 0.2, power: 0.9), size, relative: 1e-12))
  }

  /// Dunnett's two-sided 5 % point for three arms against a control and infinitely many degrees of
  /// freedom is 2.35 (Dunnett, "New tables for multiple comparisons with a control", Biometrics 20, 1964).
  @Test func manyArmsNeedDunnettsCriticalValue() throws {
    let analysis = try PowerAnalysis(.rate(0.5), allocation: Allocation(arms: 4))
    let single = try PowerAnalysis(.rate(0.5), allocation: Allocation())
    let ratio =
      try analysis.textbookUnits(effect: 0.01, power: 0.8)
      / single.textbookUnits(effect: 0.01, power: 0.8)
    let z = 0.8416212335729143
    let expected = (2.35 + z) / (1.959963984540054 + z)
    // The table has two decimals.
    #expect(agrees(ratio, expected * expected, relative: 0.005 / 2.8 * 2))
  }

  /// 1 + ((1 + 0.6²)·50 − 1)·0.02 = 2.34.
  @Test func clustersMultiplyByTheirDesignEffect() throws {
    let clustering = try Clustering(
      intraclassCorrelation: 0.02, meanSize: 50, sizeVariation: 0.6)
    #expect(agrees(clustering.designEffect, 2.34, relative: 1e-14))
    let analysis = try PowerAnalysis(
      Self.metric, allocation: Allocation(), clustering: clustering)
    let alone = try PowerAnalysis(Self.metric, allocation: Allocation())
    #expect(
      try agrees(
        analysis.textbookUnits(effect: 0.1, power: 0.8),
        2.34 * alone.textbookUnits(effect: 0.1, power: 0.8), relative: 1e-12))
    // Few clusters leave few degrees of freedom: more are needed than by the textbook.
    let few = try analysis.controlUnits(effect: 1.5, power: 0.8)
    #expect(try few > 1.1 * analysis.textbookUnits(effect: 1.5, power: 0.8))
  }

  /// Pocock's test with five looks at 5 % and power 0.8 needs 1.229 times the units, O'Brien and
  /// Fleming's 1.028: Jennison and Turnbull (2000), tables 2.2 and 2.4.
  @Test func looksMultiplyByTheirInflation() throws {
    let boundaries: [(GroupSequentialDesign.Boundary, Double)] = [
      (.pocock, 1.229), (.obrienFleming, 1.028),
    ]
    for (boundary, inflation) in boundaries {
      let looks = try PlannedLooks(count: 5, boundary: boundary)
      #expect(try (looks.inflation(power: 0.8) - inflation).magnitude < 0.0006)
      let analysis = try PowerAnalysis(Self.metric, allocation: Allocation(), looks: looks)
      let control = try analysis.controlUnits(effect: 0.1, power: 0.8)
      // From the power back to the units: exact but for wrong-sided findings and t for normal.
      #expect(
        try agrees(analysis.power(effect: 0.1, control: control), 0.8, relative: 1e-5))
      #expect(
        try agrees(
          analysis.detectableEffect(control: control, power: 0.8), 0.1, relative: 1e-9))
    }
  }

  @Test func theOptimalControlIsTheRootOfTheArmsTimesAsLarge() throws {
    let best = try Allocation.optimal(arms: 5)
    #expect(best.ratio == 0.5)
    #expect(agrees(best.controlShare, 1 / 3.0, relative: 1e-14))
    // Any other ratio makes the error of a comparison larger at the same total.
    func variance(_ allocation: Allocation) -> Double {
      allocation.unitsPerControl * (1 + 1 / allocation.ratio)
    }
    for ratio in [0.3, 0.45, 0.55, 1] {
      #expect(try variance(Allocation(arms: 5, ratio: ratio)) > variance(best))
    }
  }

  @Test func impossibleQuestionsAreRefused() throws {
    let analysis = try PowerAnalysis(Self.metric, allocation: Allocation())
    #expect(throws: NotEstimable("no number of units shows an effect of 0")) {
      try analysis.controlUnits(effect: 0, power: 0.8)
    }
    #expect(throws: NotEstimable("the power must lie between alpha and 1")) {
      try analysis.controlUnits(effect: 1, power: 0.05)
    }
    #expect(throws: NotEstimable("there are too few units to estimate a variance from")) {
      try analysis.power(effect: 1, control: 1)
    }
    #expect(throws: NotEstimable("a proportion must lie between 0 and 1")) {
      try PowerAnalysis(.rate(0.9), allocation: Allocation()).power(effect: 0.2, control: 100)
    }
    #expect(
      throws: NotEstimable("with so few units not even a rate of 1 is seen that surely")
    ) {
      try PowerAnalysis(.rate(0.9), allocation: Allocation())
        .detectableEffect(control: 3, power: 0.9)
    }
    #expect(throws: NotEstimable.self) {
      try PowerAnalysis(.mean(1, standardDeviation: 0), allocation: Allocation())
    }
    #expect(throws: NotEstimable.self) { try Allocation(arms: 1) }
    #expect(throws: NotEstimable.self) {
      try PowerAnalysis(Self.metric, allocation: Allocation(), explained: 1)
    }
  }
}
