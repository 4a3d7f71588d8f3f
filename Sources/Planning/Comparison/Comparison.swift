public import Market
public import Statistics

/// All plans against the baseline.
public struct Comparison: Sendable {
  public let summary: ScenarioSummary
  public let reader: MeasureReader
  /// In the scenario's order, the baseline first.
  public let plans: [PlanResult]
  /// Indices of the plans, the best by the objective first.
  public let ranking: [Int]
  /// Half-width of the widest 95 % interval of an objective difference; `nil` with one plan.
  public let halfWidth: Double?

  public init(_ summary: ScenarioSummary) {
    self.summary = summary
    let reader = MeasureReader(summary.scenario)
    self.reader = reader
    let objective = ObjectiveDifferences(summary)
    halfWidth = objective.widest
    let together = SimultaneousIntervals(objective.corrected, level: 0.95)
    let results = summary.plans.indices.map { place in
      PlanResult(
        summary, place, reader,
        difference: place == 0
          ? nil : PlanDifference(summary, place, reader, objective, together))
    }
    plans = results
    ranking = results.indices.sorted {
      results[$0].aboveBaseline > results[$1].aboveBaseline
    }
  }

  /// The share of replications in which a plan has the highest objective of all, ties shared.
  public func chanceBest(_ plan: Int) -> Double {
    let levels = ObjectiveDifferences(summary).levels.map { reader.scattered($0) }
    guard let count = levels.first?.count, count > 0 else { return 0 }
    let sum = (0..<count).reduce(0.0) { sum, replication in
      let values = levels.map { $0[replication] }
      let best = values.max() ?? 0
      guard values[plan] == best else { return sum }
      return sum + 1 / Double(values.filter { $0 == best }.count)
    }
    return sum / Double(count)
  }
}

/// One plan: its measures, and how it differs from the baseline.
public struct PlanResult: Sendable {
  public let plan: Plan
  public let measures: [(measure: Measure, estimate: Estimated)]
  public let guardrails: [GuardrailVerdict]
  /// `nil` for the baseline.
  public let difference: PlanDifference?

  init(
    _ summary: ScenarioSummary, _ place: Int, _ reader: MeasureReader,
    difference: PlanDifference?
  ) {
    let tables = summary.plans[place].figures
    plan = summary.scenario.plans[place]
    measures = Measure.all.map { ($0, reader.read($0, tables)) }
    guardrails = summary.scenario.guardrails.compactMap {
      GuardrailVerdict($0, reader, tables)
    }
    self.difference = difference
  }

  public subscript(key: String) -> Estimated {
    measures.first { $0.measure.key == key }?.estimate ?? .none("no such measure")
  }

  var aboveBaseline: Double { difference?.objective.estimate.value ?? 0 }
}

/// How a plan differs from the baseline, twin by twin.
public struct PlanDifference: Sendable {
  public let objective: Difference
  /// An interval that holds for all plans at once (max-|t|).
  public let simultaneous: Interval?
  /// For every measure that is a total.
  public let measures: [(measure: Measure, difference: Difference)]
  /// Δprofit/Δspend.
  public let returnOnSpend: Estimated
  /// The plan's reward cost over its additional orders within the horizon.
  public let costPerIncrementalOrder: Estimated
  public let saving: Saving?
  /// Mean numbers of customers by segment.
  public let flips: [SegmentFlips]
  /// What the difference in profit is made of, the largest part first.
  public let reasons: [Reason]

  init(
    _ summary: ScenarioSummary, _ place: Int, _ reader: MeasureReader,
    _ objective: ObjectiveDifferences, _ together: SimultaneousIntervals?
  ) {
    let (plan, baseline) = (summary.plans[place], summary.plans[0])
    self.objective = Difference(
      plan: objective.levels[place], baseline: objective.levels[0],
      corrected: objective.corrected[place - 1], reader: reader)
    simultaneous = together?.interval(of: objective.corrected[place - 1])
    func change(_ figures: [Figure]) -> [Double] {
      zip(reader.totals(figures, plan.figures), reader.totals(figures, baseline.figures))
        .map { $0 - $1 }
    }
    measures = Measure.all.compactMap { measure in
      guard case .total(let figures) = measure.definition else { return nil }
      return (
        measure,
        Difference(
          plan: reader.totals(figures, plan.figures),
          baseline: reader.totals(figures, baseline.figures), reader: reader)
      )
    }
    let spent = change(Measure.spending)
    returnOnSpend =
      spent.allSatisfy { $0 == 0 }
      ? .none("spends what the baseline spends")
      : reader.ratio(change([.contribution, .residualChange]), per: spent)
    let orders = change([.orders])
    let rewards = reader.totals(Measure.allRewards, plan.figures)
    if rewards.allSatisfy({ $0 == 0 }) {
      costPerIncrementalOrder = .none("no rewards")
    } else if orders.reduce(0, +) <= 0 {
      costPerIncrementalOrder = .none("no additional orders")
    } else {
      costPerIncrementalOrder = reader.ratio(rewards, per: orders)
    }
    saving = objective.saving(plan: place - 1)
    flips = SegmentFlips.all(summary, plan, reader)
    reasons = Reason.all(reader, plan, baseline)
  }
}

/// Who bought in a plan's campaign, against their twins under the baseline: mean numbers of customers.
public struct SegmentFlips: Sendable, Equatable {
  public let segment: String
  public let persuaded: Double
  public let anyway: Double
  public let putOff: Double
  public let untouched: Double

  static func all(
    _ summary: ScenarioSummary, _ plan: PlanSummary, _ reader: MeasureReader
  ) -> [SegmentFlips] {
    summary.scenario.market.segments.enumerated().compactMap { index, segment in
      guard let slice = plan.figures.first?.slices.firstIndex(of: .segment(index)) else {
        return nil
      }
      func mean(_ figure: Figure) -> Double {
        reader.mean(reader.totals([figure], plan.figures, slice: slice)).value
      }
      return SegmentFlips(
        segment: segment.name, persuaded: mean(.persuaded), anyway: mean(.anyway),
        putOff: mean(.putOff), untouched: mean(.untouched))
    }
  }
}
