import Documents
import Market
import Takeaways

/// What a calibration says about customers, in a few sentences.
struct CalibrationAnswer {
  private let result: CalibrationResult

  init(_ result: CalibrationResult) { self.result = result }

  var sentences: [String] {
    let rows = result.rows
    return [
      rows.loss.notice(rows.lossReasons, rows.lostRows.differences(result.currency)), farOff,
      cutNames, guests, refunds, whoBought, habits, alive, holdout, season, law,
    ]
    .compactMap(\.self)
  }

  private var calibration: Calibration { result.calibration }
  private var summary: PurchaseSummary { result.summary }

  /// Days that would have moved the end of observation.
  private var farOff: String? {
    guard let aside = result.rows.setAside.first(where: { $0.reason == .farOffDate }),
      let example = aside.examples.first
    else { return nil }
    return aside.count == 1
      ? "One row is of \(example.value), far from all others: it was set aside."
      : "\(Readable.count(aside.count)) rows are of days far from all others, such as"
        + " \(example.value): they were set aside."
  }

  /// Rows that are no loss, but no customer's either.
  private var guests: String? {
    guard let count = aside(.missingCustomer) else { return nil }
    return "\(share(count)) no customer: what guests buy is left out."
  }

  /// Orders that were paid back, wholly or in part.
  private var refunds: String? {
    guard let count = aside(.negativeAmount) else { return nil }
    return "\(share(count)) a negative amount, such as a refund: they are left out, and the orders"
      + " they take back count in full."
  }

  private func share(_ count: Int) -> String {
    "\(Readable.share(Double(count) / Double(result.rows.read), decimals: 1)) of the rows"
      + " (\(Readable.count(count)) of \(Readable.count(result.rows.read)))"
      + (count == 1 ? " has" : " have")
  }

  /// How many rows were set aside for a reason, where they are more than could be overlooked.
  private func aside(_ reason: SetAsideReason) -> Int? {
    guard let rows = result.rows.setAside.first(where: { $0.reason == reason }),
      RowLoss(lost: rows.count, read: result.rows.read).isNotable
    else { return nil }
    return rows.count
  }

  /// Names that no longer tell one customer from another.
  private var cutNames: String? {
    guard let example = result.rows.cutName else { return nil }
    return "Customers such as “\(example)” (\(Readable.counted(result.rows.cutNames, "row"))) are"
      + " numbers that a spreadsheet has cut: different customers count as one; export them as text."
  }

  private var whoBought: String {
    let customers = summary.histories.count
    let again = summary.histories.count { $0.repeats > 0 }
    let share = Readable.share(Double(again) / Double(customers), decimals: 0)
    return customers == 1
      ? "One customer bought by \(summary.observationEnd.iso)."
      : "Of \(Readable.count(customers)) customers \(Readable.count(again)) (\(share)) bought"
        + " again by \(summary.observationEnd.iso)."
  }

  private var habits: String? {
    if let opportunities = calibration.opportunities { return habits(opportunities) }
    guard let law = calibration.choice?.law, let model = calibration.chosen?.model else {
      return nil
    }
    let leaving: String
    switch model {
    case let model as BGNBD:
      leaving =
        "after a repeat purchase \(Readable.share(model.meanLapse, decimals: 0)) of them lapse"
    case let model as MBGNBD:
      leaving = "after a purchase \(Readable.share(model.meanLapse, decimals: 0)) of them lapse"
    case let model as ParetoNBD: leaving = half(leavingAfter: model.medianStay)
    default: return nil
    }
    return "\(pace(model)); \(leaving) (\(law.name))."
  }

  private func habits(_ opportunities: OpportunityFit) -> String? {
    opportunities.fit.model.map { model in
      let one = opportunities.opportunity.rawValue
      return "While they stay they buy in \(Readable.share(model.meanChance, decimals: 0)) of"
        + " \(opportunities.opportunity.plural); before each \(one)"
        + " \(Readable.share(model.meanLapse, decimals: 0)) of those new to us lapse (BG/BB)."
    }
  }

  private func pace(_ model: some PurchaseModel) -> String {
    "While they stay they buy once in \(roughly(1 / model.meanRate)) on average"
  }

  private func half(leavingAfter time: Double) -> String {
    // Beyond a lifetime figures mean no more than that.
    time * result.unit.days > 100 * 365
      ? "hardly any of them ever leave"
      : "half of them have left \(roughly(time)) after their first purchase"
  }

  /// Two digits are as many as a sentence bears.
  private func roughly(_ time: Double) -> String {
    result.time(Double(Decimals.significant(time, 2)) ?? time)
  }

  private var alive: String? {
    let asked = calibration.opportunities.flatMap { opportunities in
      opportunities.expectedAlive.map { count in
        let ran =
          opportunities.leftOut == 0
          ? ""
          : " (\(Readable.count(opportunities.leftOut)) new in the \(opportunities.opportunity.rawValue)"
            + " that still ran are left out)"
        return "\(Readable.number(count, decimals: 0)) by BG/BB, where a"
          + " \(opportunities.opportunity.rawValue) without a purchase says whether they may have left\(ran)"
      }
    }
    let figures =
      [asked].compactMap(\.self)
      + PurchaseLaw.allCases.compactMap { law in
        calibration.expectedAlive(by: law).map { count in
          "\(Readable.number(count, decimals: 0)) by \(law.name), where"
            + " \(LawAnswer.leaving(by: law))\(stillCounting(law))"
        }
      }
    guard !figures.isEmpty else { return nil }
    return "Still customers on \(summary.observationEnd.iso): \(figures.joined(separator: "; "))."
  }

  /// What surprises in a law's count, where the log shows it.
  private func stillCounting(_ law: PurchaseLaw) -> String {
    law == .bgnbd && summary.histories.contains { $0.repeats == 0 }
      ? ", so that whoever never came back still counts" : ""
  }

  private var holdout: String? {
    guard let check = calibration.holdout else { return nil }
    let forecasts = check.forecasts.map { law, forecast in
      let expected = Readable.number(forecast.conditional, decimals: 0)
      return "\(law.name) expected \(expected)\(miss(forecast.conditional, check.actual))"
    }
    guard !forecasts.isEmpty else { return nil }
    return
      "In the \(Readable.counted(check.days, "day")) after that they made \(Readable.count(check.actual)) repeat"
      + " purchases; \(forecasts.joined(separator: ", "))\(seasonalHoldout(check))."
  }

  /// The chosen law's forecast with months and weekdays; empty where there is nothing to it.
  private func seasonalHoldout(_ check: HoldoutCheck) -> String {
    guard let law = calibration.choice?.law, let season = result.season, season.hasMonths,
      let expected = calibration.holdout(with: season)
    else { return "" }
    return "; \(law.name) with the months as before \(Readable.number(expected, decimals: 0))"
      + miss(expected, check.actual)
  }

  private var season: String? { SeasonWords(result.season)?.sentence }

  private var law: String? {
    if let opportunities = calibration.opportunities {
      return opportunities.fit.obstacle.map {
        "BG/BB, which was asked for, cannot be fitted: \($0)."
      }
        ?? "BG/BB was asked for: the table of customers follows it. It describes who buys at all in a"
        + " \(opportunities.opportunity.rawValue), other data than the other laws, so that likelihoods do not compare;"
        + " no scenario plays it."
    }
    let answer = LawAnswer(calibration)
    guard let choice = answer.choice else { return answer.refusal }
    let plays = result.fragment.map { "\($0) plays" } ?? "A scenario would play"
    return ["\(plays) \(choice).", answer.alternative].compactMap(\.self).joined(separator: " ")
  }

  private func miss(_ expected: Double, _ actual: Int) -> String {
    guard actual > 0 else { return "" }
    let difference = expected / Double(actual) - 1
    let size = Readable.share(difference.magnitude, decimals: 0)
    return " (\(size) \(difference < 0 ? "fewer" : "more"))"
  }
}
