import Experiments
import Statistics
import Testing

/// Coverage with few units, counted exactly over all outcomes: nothing is simulated.
///
/// Discrete counts let no interval cover 95 % everywhere; these lie near it or to the safe side, as
/// Newcombe (1998) and Miettinen and Nurminen (1985) have it.
@Suite struct SmallProportionTests {
  private struct Case {
    let control: (units: Int, chance: Double)
    let treatment: (units: Int, chance: Double)
    let newcombe: Double
    let score: Double
  }

  /// Newcombe's from the intervals of statsmodels 0.15.0; the score's from tests of the true difference, the
  /// shares under it found by scipy 1.17.1's bounded minimisation.
  private let cases = [
    Case(
      control: (20, 0.1), treatment: (20, 0.3), newcombe: 0.9607112289528277,
      score: 0.9451002645973725),
    Case(
      control: (10, 0.2), treatment: (30, 0.2), newcombe: 0.9635658811462734,
      score: 0.9635658811462734),
    Case(
      control: (15, 0.02), treatment: (15, 0.1), newcombe: 0.9976394966284116,
      score: 0.9899060772623653),
    Case(
      control: (30, 0.05), treatment: (30, 0.05), newcombe: 0.992855221060549,
      score: 0.9716431527486952),
  ]

  @Test func exactCoverage() throws {
    for each in cases {
      let truth = each.treatment.chance - each.control.chance
      let control = Binomial(
        uncheckedTrials: each.control.units, probability: each.control.chance)
      let treatment = Binomial(
        uncheckedTrials: each.treatment.units, probability: each.treatment.chance)
      var (newcombe, score) = (0.0, 0.0)
      for x in 0...each.control.units {
        for y in 0...each.treatment.units {
          let weight = control.probability(of: x) * treatment.probability(of: y)
          let pair = ProportionDifference(
            try Proportion(successes: Double(y), trials: Double(each.treatment.units)),
            from: try Proportion(successes: Double(x), trials: Double(each.control.units)))
          if pair.newcombeInterval().contains(truth) { newcombe += weight }
          if pair.miettinenNurminenInterval().contains(truth) { score += weight }
        }
      }
      print(
        "\(each.control) against \(each.treatment), exact coverage: Newcombe \(newcombe), "
          + "Miettinen–Nurminen \(score)")
      #expect(abs(newcombe - each.newcombe) < 1e-10)
      #expect(abs(score - each.score) < 1e-10)
    }
  }
}
