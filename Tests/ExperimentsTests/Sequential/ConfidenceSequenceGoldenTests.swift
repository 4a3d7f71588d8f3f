import Statistics
import Testing

@testable import Experiments

@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct ConfidenceSequenceGoldenTests {
  @Test func multipliers() throws {
    for leaf in try Golden.json("sequential")["asymptotic_cs"]["value"].list {
      let (t, alpha) = (try leaf["t"].number, try leaf["alpha"].number)
      let tuned = try leaf["N_tune"].number
      let both = ConfidenceSequence(alpha: alpha, units: tuned)
      #expect(agrees(both.mixture, try leaf["g"].number, relative: 1e-12))
      let rho = 1 / both.mixture.squareRoot()
      #expect(agrees(rho, try leaf["rho"].number, relative: 1e-12))
      let multiplier = both.multiplier(units: t)
      #expect(agrees(multiplier, try leaf["mult"].number, relative: 1e-12))
      #expect(agrees(multiplier, try leaf["gb_over_se"].number, relative: 1e-12))
      let root = t.squareRoot()
      #expect(agrees(multiplier / root, try leaf["gbstats_halfwidth_s2_1"].number, relative: 1e-12))
      let above = ConfidenceSequence(alpha: alpha, units: tuned, alternative: .greater)
      #expect(
        agrees(
          above.multiplier(units: t) / root, try leaf["gbstats_onesided_halfwidth"].number,
          relative: 1e-12), "\(leaf.path)")
      let tightest = ConfidenceSequence.tightest(alpha: alpha, units: tuned)
      // confseq looks for its optimum to some eight digits.
      #expect(agrees(tightest.mixture, try leaf["g_exact_confseq"].number, relative: 1e-7))
    }
  }

  @Test func mixtureRatioTest() throws {
    for leaf in try Golden.json("sequential")["msprt_johari"]["value"].list {
      let pairs = try leaf["n_per_arm"].number
      let difference = try leaf["diff"].number
      let variance = 2 * (try leaf["sigma2"].number)
      let test = MixtureSPRT(
        pairVariance: variance, effectVariance: try leaf["tau2"].number)
      let ratio = test.likelihoodRatio(difference: difference, pairs: pairs)
      #expect(agrees(ratio, try leaf["Lambda"].number, relative: 1e-11))
      let p = test.pValue(difference: difference, pairs: pairs)
      #expect(agrees(p, try leaf["p"].number, relative: 1e-11))
      let sequence = test.confidenceSequence()
      #expect(agrees(sequence.mixture, try leaf["g_equiv"].number, relative: 1e-12))
      let effect = Effect(
        estimate: difference, standardError: (variance / pairs).squareRoot())
      let halfWidth = sequence.interval(effect, units: pairs).halfWidth
      #expect(agrees(halfWidth, try leaf["halfwidth_95"].number, relative: 1e-11))
      #expect(agrees(sequence.pValue(effect, units: pairs), p, relative: 1e-11))
    }
  }

  @Test func leastSquares() throws {
    for leaf in try Golden.json("sequential")["avlm"]["value"].list {
      let sequence = ConfidenceSequence(
        alpha: try leaf["alpha"].number, mixture: try leaf["g"].number)
      let n = try leaf["n"].number
      let student = sequence.multiplier(units: n, degreesOfFreedom: n - (try leaf["k"].number))
      #expect(agrees(student, try leaf["t_radius"].number, relative: 1e-10))
      let normal = sequence.multiplier(units: n)
      #expect(agrees(normal, try leaf["z_radius"].number, relative: 1e-10))
    }
  }

  @Test func dailyLooks() throws {
    let table = try Golden.table("lab3arm")
    let arms = try #require(table["arm"])
    let days = try #require(table["day"]).compactMap(Int.init)
    let values = try #require(table["converted"]).compactMap(Double.init)
    let leaves = try Golden.json("lab3arm")["by_day_converted_BvA"]["value"].list
    var groups: [String: [Double]] = [:]
    var effects: [(effect: Effect, units: Double)] = []
    for (day, leaf) in leaves.enumerated() {
      for row in days.indices where days[row] == day { groups[arms[row], default: []].append(values[row]) }
      let (a, b) = (Moments(groups["A"] ?? []), Moments(groups["B"] ?? []))
      let variances = try [a, b].map { try #require($0.variance) / Double($0.count) }
      let effect = Effect(
        estimate: b.mean - a.mean, standardError: (variances[0] + variances[1]).squareRoot())
      effects.append((effect, Double(a.count + b.count)))
      #expect(a.count == Int(try leaf["nA"].number))
      #expect(b.count == Int(try leaf["nB"].number))
      #expect(agrees(effect.estimate, try leaf["diff"].number, relative: 1e-10))
      #expect(agrees(effect.standardError, try leaf["se"].number, relative: 1e-10))
      #expect(agrees(effect.statistic, try leaf["z"].number, relative: 1e-10))
    }
    let sequence = ConfidenceSequence(units: 5000)
    for (look, leaf) in zip(sequence.looks(effects), leaves) {
      let multiplier = sequence.multiplier(units: look.units)
      #expect(agrees(multiplier, try leaf["cs_mult"].number, relative: 1e-12))
      #expect(agrees(look.interval.low, try leaf["cs"][0].number, relative: 1e-10))
      #expect(agrees(look.interval.high, try leaf["cs"][1].number, relative: 1e-10))
      #expect(agrees(look.pValue, try leaf["p_always"].number, relative: 1e-8))
    }
  }
}
