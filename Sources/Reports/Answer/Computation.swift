import Market
import Planning
import Statistics

extension RunResult {
  /// How precisely the answer was computed: nothing of this is about how the market may turn out.
  var computation: String {
    [played, error, target, savings].compactMap(\.self).joined(separator: " ")
  }

  private var played: String {
    let people = Readable.number(Double(scenario.peopleSimulated), decimals: 0)
    let count = comparison.summary.replications
    let standsFor = scenario.market.standsFor
    return "How precisely this was computed: \(count) replication\(count == 1 ? "" : "s") of"
      + " \(people) people, seed \(scenario.seed)."
      + (standsFor > 1
        ? " Each simulated customer stands for \(standsFor) people; the spread between markets is"
          + " scaled to the real market." : "")
  }

  private var unit: Measure.Unit { scenario.objective.measure.unit }

  private func plusMinus(_ halfWidth: Double) -> String {
    "±" + Rounding([halfWidth], unit, currency, digits: 2).full(halfWidth)
  }

  private var error: String? {
    guard let leader = standings.first, let own = leader.difference.precision else {
      guard let baseline = comparison.plans.first, comparison.plans.count == 1,
        let precision = baseline[scenario.objective.measure.key].estimate?.precision
      else { return nil }
      return "The figure is exact to \(plusMinus(precision.width / 2))"
        + " (95% Monte Carlo interval)."
    }
    let together = leader.simultaneous.map {
      ", \(plusMinus($0.width / 2)) if all plans are to be right at once"
    }
    return "The difference is exact to \(plusMinus(own.width / 2)) (95% Monte Carlo"
      + " interval)\(comparison.plans.count > 2 ? together ?? "" : "")."
  }

  private var target: String? {
    guard let precision = scenario.stopping.precision, let reached = comparison.halfWidth else {
      return nil
    }
    let asked = plusMinus(precision)
    return reached <= precision
      ? "Every difference was asked for to \(asked), and is known to \(plusMinus(reached))."
      : "Every difference was asked for to \(asked); after \(comparison.summary.replications)"
        + " replications the least known is known to \(plusMinus(reached))."
  }

  /// For the plan the answer is about.
  private var savings: String? {
    guard let saving = ranked.lazy.compactMap(\.difference).first?.saving else { return nil }
    func times(_ factor: Double) -> String {
      Readable.number(factor, decimals: factor >= 10 ? 0 : 1)
    }
    let start =
      "Independent runs would have needed \(times(saving.both)) times as many replications"
    return saving.both > saving.twins * 1.005
      ? "\(start): twins alone save a factor of \(times(saving.twins)), control variates the rest."
      : "\(start): that is what twins save."
  }
}
