import Documents
import Market
import Planning
import Statistics
import Takeaways

extension RehearsalResult {
  var currency: Currency { design.scenario.currency }

  func name(_ arm: Int) -> String { quoted(design.arms.arms[arm].name) }

  /// Such as `12 of 100 cases`; never none or all where one was otherwise.
  private func cases(_ share: Simulated, _ things: String = "cases") -> String {
    let rounded = Int((share.value * 100).rounded())
    let shown = share.value > 0 && rounded == 0 ? "fewer than 1" : "\(rounded)"
    let capped = share.value < 1 && rounded == 100 ? "more than 99" : shown
    return "\(capped) of 100 \(things)"
  }

  private func range(_ share: Simulated) -> String {
    guard let interval = share.interval else { return "" }
    let (low, high) = (
      Readable.number(interval.low * 100, decimals: 0),
      Readable.number(interval.high * 100, decimals: 0)
    )
    return low == high ? "" : " (\(low) to \(high))"
  }

  var headline: String {
    let days = "\(design.days) day\(design.days == 1 ? "" : "s")"
    guard enrolled.value > 0 else {
      return "Nobody can meet what differs between the plans within \(days): a test would have"
        + " nobody in it."
    }
    guard decision.isClear else {
      if decision.lead.value == 0 {
        return "The plans earn the same in all \(markets) simulated markets: there is no wrong one"
          + " to choose."
      }
      return tooClose(days)
    }
    let earns =
      "earns \(amount(decision.lead.value)) more \(span) than"
      + " \(design.arms.arms.count > 2 ? "the next" : name(1 - decision.best))"
    let start =
      "A test of \(days) would choose the wrong plan in \(cases(decision.wrong))"
      + range(decision.wrong)
    guard let draws else {
      return "\(start): the right one is \(name(decision.best)), which \(earns)."
    }
    return
      "\(start). On average over what you don't know \(name(decision.best)) \(earns); it is the"
      + " right one in \(cases(decision.right[decision.best], "draws")) of your assumptions"
      + " (\(draws) were played)."
  }

  /// Where not even everybody in each plan tells which is better.
  private func tooClose(_ days: String) -> String {
    let known = (decision.lead.interval?.width ?? 0) / 2
    let rounding = Rounding([decision.lead.value, known], .money, currency, digits: 2)
    let lead =
      "\(name(decision.best)) earns \(rounding.full(decision.lead.value)) more \(span) with everybody"
      + " in it, known to ±\(rounding.full(known))"
    guard let draws else {
      return "Which plan is better is too close to call from \(markets) simulated markets: \(lead)."
        + " A test of \(days) would choose it in \(cases(decision.chosen[decision.best]))."
    }
    return
      "Which plan is better depends on what you don't know: \(name(decision.best)) is the right one"
      + " in \(cases(decision.right[decision.best], "draws")) of your assumptions (\(draws) were"
      + " played). On average \(lead). A test of \(days) would choose the wrong one in"
      + " \(cases(decision.wrong))\(range(decision.wrong))."
  }

  /// How many people the test is about, where that is not everybody.
  var enrolmentRemark: String? {
    let count = enrolled.value.rounded()
    guard count < Double(people) else { return nil }
    return "\(Readable.count(Int(count))) of the market's \(Readable.count(people)) people would be"
      + " in the test, from the day they can first meet what differs."
  }

  /// The time that profit is counted over.
  private var span: String {
    "in \(Readable.counted(design.scenario.horizon, "day"))"
      + (design.scenario.market.residualDays == 0 ? "" : " and afterwards")
  }

  private func amount(_ minor: Double) -> String { Rounding([minor], .money, currency).full(minor) }

  var lossRemark: String {
    "Choosing the plan with the highest \(design.metric.rawValue) a person costs"
      + " \(amount(decision.expectedLoss.value)) of profit on average."
  }

  /// What contribution a person leaves out, where plans differ in it.
  var runningCostsRemark: String? {
    let costs = runningCosts.map(\.value)
    guard costs.contains(where: { $0 != costs[0] }) else { return nil }
    let each = costs.indices.map { "\(amount(costs[$0])) with everybody in \(name($0))" }
    let all = each.dropLast().joined(separator: ", ") + " and " + each.suffix(1).joined()
    return
      "Contribution a person leaves out what offers cost by the message, check or member, which is no"
      + " person's of the test; profit has it: \(all) in"
      + " \(Readable.counted(design.days, "day"))."
  }

  var powerRemarks: [String] {
    comparisons.compactMap { comparison in
      guard let decided = comparison.decided(design) else { return nil }
      // What is significant has then no sign to be right about.
      if decided.truth.value == 0 {
        return
          "\(name(comparison.arm).withCapital) and \(name(0)) do not differ in \(design.metric.rawValue) after"
          + " \(Readable.counted(design.days, "day")): a test that finds an effect on it then is wrong."
      }
      let start =
        "The effect of \(name(comparison.arm)) on \(design.metric.rawValue) is significant in"
        + " \(cases(decided.power))\(reversed(decided))"
      let wanted = Readable.share(RehearsalDesign.power, decimals: 0)
      guard let days = comparison.daysToPower else {
        return
          "\(start); \(wanted) power is not reached within \(Readable.counted(design.scenario.horizon, "day"))."
      }
      if decided.power.value >= RehearsalDesign.power { return start + "." }
      return days < design.days
        ? "\(start); it fades, and a test of \(Readable.counted(days, "day")) would have \(wanted) power."
        : "\(start); \(wanted) power takes \(Readable.counted(days, "day"))."
    }
  }

  /// Which way those cases go, and how many go the other way.
  private func reversed(_ decided: MetricFindings) -> String {
    guard decided.truth.value != 0 else { return "" }
    let (own, other) = decided.truth.value > 0 ? ("gain", "loss") : ("loss", "gain")
    return " as the \(own) it is"
      + (decided.reversed.value > 0 ? ", in \(cases(decided.reversed)) as a \(other)" : "")
  }

  /// Whether the test estimates what it is about.
  var interferenceRemark: String? {
    guard !couplings.isEmpty else {
      return
        "Nobody in this market reaches anybody else, so that the test estimates what happens when"
        + " everybody gets a plan."
    }
    let reasons = couplings.map(\.rawValue).joined(separator: ", ")
    let biased = comparisons.compactMap { comparison -> String? in
      guard let decided = comparison.decided(design),
        let interval = decided.interference.interval, interval.low * interval.high > 0
      else { return nil }
      let value = decided.interference.value
      return "the test's estimate for \(name(comparison.arm)) is on average"
        + " \(figure(value.magnitude, decided.metric)) too \(value > 0 ? "high" : "low") where the"
        + " truth is \(figure(decided.truth.value, decided.metric))"
    }
    guard !biased.isEmpty else {
      return "The plans share the market (\(reasons)), but no bias from that shows in"
        + " \(design.metric.rawValue) a person."
    }
    return "Because the plans share the market (\(reasons)), "
      + biased.joined(separator: ", and ") + "."
  }

  var disagreementRemark: String? {
    let remarks = comparisons.compactMap { comparison -> String? in
      guard let decided = comparison.decided(design), decided.disagreement.value > 0 else {
        return nil
      }
      return "for \(name(comparison.arm)) in \(cases(decided.disagreement, "markets"))"
    }
    guard !remarks.isEmpty else { return nil }
    return
      "The true effect on \(design.metric.rawValue) after \(Readable.counted(design.days, "day")) has another sign"
      + " than that on profit \(remarks.joined(separator: ", "))."
  }

  var peekingRemark: String? {
    guard design.looks.count > 1, let comparison = comparisons.first else { return nil }
    func rate(_ rule: LookingRule) -> String? {
      comparison.rules.first { $0.rule == rule }.map { cases($0.falseAlarms, "") }
    }
    guard let once = rate(.once), let peeking = rate(.peeking) else { return nil }
    return "Between \(name(0)) and itself one look finds an effect in \(once)tests,"
      + " \(design.looks.count) naive looks in \(peeking)tests."
  }

  /// A metric a person with its unit, to three digits.
  func figure(_ value: Double, _ metric: PersonMetric) -> String {
    let sign = value < 0 ? "−" : ""
    switch metric.unit {
    case .money:
      return sign + Decimals.significant(value.magnitude / currency.scale, 3) + " " + currency.code
    case .share:
      return sign + Decimals.significant(100 * value.magnitude, 3) + " percentage points"
    default:
      return sign + Decimals.significant(value.magnitude, 3) + " " + metric.rawValue
    }
  }

  var computation: String {
    let shares = design.shares.map { Readable.share($0, decimals: 0) }.joined(separator: " : ")
    let standsFor = design.scenario.market.standsFor
    return "How this was computed: \(Readable.count(design.rehearsals)) rehearsals of a test of"
      + " \(inTest) (\(shares)) in \(Readable.count(markets)) simulated"
      + " markets\(atDraws), each also played with everybody in one plan; seed \(design.scenario.seed)."
      + replayRemark
      + " Comparisons with \(name(0)) keep an error rate of"
      + " \(Readable.share(RehearsalDesign.alpha, decimals: 0)) together (Welch's t"
      + (comparisons.count > 1 ? ", Dunnett's bound" : "") + "). ± is a 95% Monte Carlo error."
      + (standsFor > 1
        ? " Each simulated person stands for \(standsFor): the test rehearsed is one on"
          + " \(inTest), and a larger one is surer." : "")
  }

  private var atDraws: String {
    draws.map { " at \(Readable.counted($0, "draw")) of the assumptions" } ?? ""
  }

  private var inTest: String {
    let count = Int(enrolled.value.rounded())
    return "\(Readable.count(count)) \(count == 1 ? "person" : "people")"
  }

  /// That the short way is the long one.
  private var replayRemark: String {
    guard let replay else { return "" }
    let (count, difference) = (replay.experiments, replay.largestDifference)
    let size =
      difference < 1e-9
      ? "to a billionth of a standard error"
      : (difference < 1e-3 ? "" : "only ")
        + "to \(Decimals.significant(difference, 1)) of a standard error"
    return " As nobody reaches anybody else, rehearsals in one market are one matrix product;"
      + " \(Readable.few(count)) of them, also played person by person, \(count == 1 ? "agrees" : "agree")"
      + " \(size)."
  }
}
