import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// How precisely the answer was computed: nothing of this is about how the market may turn out.
  var computation: String {
    [played, error, target, savings].compactMap(\.self).joined(separator: " ")
  }

  private var played: String {
    let people = Readable.number(Double(scenario.peopleSimulated), decimals: 0)
    let standsFor = scenario.market.standsFor
    let each = comparison.summary.design.replicationsPerDraw.map {
      " of the assumptions, each in \(Readable.counted($0, "replication"))"
    }
    return "How precisely this was computed: \(playedUnits)\(each ?? "") of \(people) people, seed"
      + " \(scenario.seed)."
      + (standsFor > 1
        ? " Each simulated customer stands for \(standsFor) people; ranges are those of the real"
          + " market." : "")
  }

  /// What was played and is independent: such as `30 replications`, or `32 draws` of the assumptions.
  var playedUnits: String {
    let summary = comparison.summary
    return summary.design.replicationsPerDraw.map {
      Readable.counted(summary.replications / $0, "draw")
    } ?? Readable.counted(summary.replications, "replication")
  }

  private var unit: Measure.Unit { scenario.objective.measure.unit }

  private func plusMinus(_ halfWidth: Double) -> String {
    "±" + Rounding([halfWidth], unit, currency, digits: 2).full(halfWidth)
  }

  private var error: String? {
    guard let leader = standings.first, let own = leader.difference.precision else {
      guard let baseline = comparison.plans.first, comparison.plans.count == 1,
        let level = baseline[scenario.objective.measure.key].estimate,
        let precision = level.precision
      else { return nil }
      guard !precision.isPoint else { return "The figure was the same \(level.inAll)." }
      return "The figure is exact to \(plusMinus(precision.width / 2))"
        + " (95% Monte Carlo interval)."
    }
    guard !own.isPoint else { return alike(leader.difference, leader.isTheBaseline) }
    let together = leader.simultaneous.map {
      ", \(plusMinus($0.width / 2)) if all plans are to be right at once"
    }
    return "The difference is exact to \(plusMinus(own.width / 2)) (95% Monte Carlo"
      + " interval)\(comparison.plans.count > 2 ? together ?? "" : "")."
  }

  /// Of replications that agree there is no error to be computed: how many they are says how far that goes.
  private func alike(_ difference: Estimate, _ isTheBaseline: Bool) -> String {
    isTheBaseline
      ? "The plan is the baseline by another name."
      : "The difference was the same \(difference.inAll)."
  }

  private var target: String? {
    guard let precision = scenario.stopping.precision, let reached = comparison.halfWidth,
      reached > 0
    else { return nil }
    let asked = plusMinus(precision)
    return reached <= precision
      ? "Every difference was asked for to \(asked), and is known to \(plusMinus(reached))."
      : "Every difference was asked for to \(asked); after \(playedUnits) the least known is known"
        + " to \(plusMinus(reached))."
  }

  /// For the plan the answer is about.
  private var savings: String? {
    guard let saving = ranked.lazy.compactMap(\.difference).first?.saving else { return nil }
    func times(_ factor: Double) -> String {
      Readable.number(factor, decimals: factor >= 10 ? 0 : 1)
    }
    return
      "Independent runs would have needed \(times(saving.twins)) times as many replications: that"
      + " is what twins save."
  }
}
