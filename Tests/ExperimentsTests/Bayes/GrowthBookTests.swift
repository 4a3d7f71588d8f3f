import Statistics
import Testing

@testable import Experiments

/// gbstats' sequential and Bayesian results, from the effects it found itself.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct GrowthBookTests {
  /// Where each group of leaves is, and how many units its two arms have.
  static let places: [(path: [String], units: Double)] =
    ["orders", "orders_cuped", "ops_ratio", "rpo_ratio", "ops_ratio_cuped"].map {
      (["users42", "gbstats", $0, "value"], 4000)
    } + [
      (["gbstats_fixtures", "mean_pair", "value"], 3407 + 3461),
      (["gbstats_fixtures", "prop_pair", "value"], 28 + 30),
      (["lab3arm", "gbstats", "B", "ops"], 11999 + 6051),
      (["lab3arm", "gbstats", "C", "ops"], 11999 + 5950),
    ]

  @Test(arguments: places, ["absolute", "relative"])
  func sequences(place: (path: [String], units: Double), kind: String) throws {
    let leaf = try group(place.path)
    let effect = try effect(leaf, kind)
    for units in [5000.0, 20_000] {
      let reference = try leaf["sequential_N\(Int(units))_\(kind)"]
      let sequence = ConfidenceSequence(units: units)
      let interval = sequence.interval(effect, units: place.units)
      #expect(agrees(interval.low, try reference["ci"][0].number, relative: 1e-9))
      #expect(agrees(interval.high, try reference["ci"][1].number, relative: 1e-9))
      let p = sequence.pValue(effect, units: place.units)
      #expect(agrees(p, try reference["pValue"].number, relative: 1e-8), "\(reference.path)")
    }
    let reference = try leaf["seq_onesided_greater_N5000_\(kind)"]
    let sequence = ConfidenceSequence(units: 5000, alternative: .greater)
    let interval = sequence.interval(effect, units: place.units)
    #expect(agrees(interval.low, try reference["ci"][0].number, relative: 1e-9))
    #expect(interval.high == .infinity)
    // gbstats halves an interval of levels up to 0.4999 until it is 1e-5 wide; the formula needs neither.
    let p = min(sequence.pValue(effect, units: place.units), 0.4999)
    #expect(abs(p - (try reference["pValue"].number)) < 1e-5, "\(reference.path)")
  }

  @Test(arguments: places, ["absolute", "relative"])
  func posteriors(place: (path: [String], units: Double), kind: String) throws {
    let leaf = try group(place.path)
    let effect = try effect(leaf, kind)
    try check(EffectPosterior(effect), try leaf["bayes_flat_\(kind)"])
    let control =
      try leaf["ttest_absolute"]["expected"].number / leaf["ttest_relative"]["expected"].number
    let relative = EffectPrior(mean: 0, standardDeviation: 0.3)
    let prior = kind == "relative" ? relative : relative.absolute(controlMean: control)
    try check(
      EffectPosterior(effect, prior: prior), try leaf["bayes_N0_0.3_relprior_\(kind)"])
  }

  @Test func proportions49And51() throws {
    let leaf = try Golden.json("gbstats_fixtures")["bayes_49_51"]
    let posterior = try EffectPosterior(
      relative(0.49, 0.49 * 0.51 / 100, 0.51, 0.51 * 0.49 / 100))
    try check(posterior, try leaf["value"])
    let published = try leaf["published"]
    #expect(abs(posterior.mean - (try published["expected"].number)) < 5e-6)
    #expect(abs(posterior.chanceToWin - (try published["chanceToWin"].number)) < 5e-6)
    #expect(abs(posterior.expectedLoss.ofArm - (try published["risk"][1].number)) < 5e-6)
    #expect(abs(posterior.expectedLoss.ofControl - (try published["risk"][0].number)) < 5e-6)
  }

  /// Sums 100 and 105, sums of squares 1002.25 and 1111.5, of ten units each; the prior's variance is 0.1.
  @Test func informativePrior() throws {
    let leaf = try Golden.json("gbstats_fixtures")["bayes_informative"]
    let posterior = try EffectPosterior(
      relative(10, 0.25 / 10, 10.5, 1.0 / 10),
      prior: EffectPrior(mean: 0.1, standardDeviation: 0.1.squareRoot()))
    try check(posterior, try leaf["value"])
    let published = try leaf["published"]
    #expect(abs(posterior.mean - (try published["expected"].number)) < 5e-6)
    #expect(abs(posterior.chanceToWin - (try published["chanceToWin"].number)) < 5e-6)
  }

  @Test func risk() throws {
    let leaf = try Golden.json("gbstats_fixtures")["risk_check"]
    let loss = try EffectPosterior(
      Effect(estimate: leaf["mu"].number, standardError: leaf["s"].number)
    ).expectedLoss
    #expect(agrees(loss.ofControl, try leaf["Emax_pos"].number, relative: 1e-12))
    #expect(agrees(loss.ofArm, try leaf["Emax_neg"].number, relative: 1e-12))
    #expect(agrees(loss.ofControl, try leaf["gbstats"][0].number, relative: 1e-12))
    #expect(agrees(loss.ofArm, try leaf["gbstats"][1].number, relative: 1e-12))
  }

  @Test func exactProportions() throws {
    for leaf in try Golden.json("gbstats_fixtures")["multiplicity_beta_binomial"]["value"].list {
      let uniform = ProportionPosteriors.Shapes.uniform
      let both = ProportionPosteriors(
        control: uniform.updated(
          successes: try leaf["xa"].number, trials: try leaf["na"].number),
        arm: uniform.updated(successes: try leaf["xb"].number, trials: try leaf["nb"].number))
      #expect(agrees(both.chanceToWin, try leaf["p"].number, relative: 1e-10))
    }
  }

  private func group(_ path: [String]) throws -> GoldenLeaf {
    try path.dropFirst().reduce(try Golden.json(path[0])) { try $0[$1] }
  }

  private func effect(_ leaf: GoldenLeaf, _ kind: String) throws -> Effect {
    let test = try leaf["ttest_\(kind)"]["uplift"]
    return Effect(estimate: try test["mean"].number, standardError: try test["stddev"].number)
  }

  /// (m₁ − m₀) / m₀ by the delta method, from means and their variances.
  private func relative(_ m0: Double, _ v0: Double, _ m1: Double, _ v1: Double) -> Effect {
    Effect(
      estimate: m1 / m0 - 1, standardError: (v1 + v0 * (m1 / m0) * (m1 / m0)).squareRoot() / m0)
  }

  private func check(_ posterior: EffectPosterior, _ reference: GoldenLeaf) throws {
    #expect(agrees(posterior.mean, try reference["expected"].number, relative: 1e-10))
    let spread = try reference["uplift"]["stddev"].number
    #expect(agrees(posterior.standardDeviation, spread, relative: 1e-10))
    let interval = posterior.interval()
    #expect(agrees(interval.low, try reference["ci"][0].number, relative: 1e-9))
    #expect(agrees(interval.high, try reference["ci"][1].number, relative: 1e-9))
    let chance = try reference["chanceToWin"].number
    #expect(agrees(posterior.chanceToWin, chance, relative: 1e-8), "\(reference.path)")
    let loss = posterior.expectedLoss
    #expect(agrees(loss.ofControl, try reference["risk"][0].number, relative: 1e-8))
    #expect(agrees(loss.ofArm, try reference["risk"][1].number, relative: 1e-8))
  }
}
