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
  private let chancesBest: [Double]
  /// Half-width of the widest 95 % interval of an objective difference; `nil` with one plan.
  public let halfWidth: Double?

  public init(_ summary: ScenarioSummary) {
    self.summary = summary
    let reader = MeasureReader(summary.design)
    self.reader = reader
    let objective = ObjectiveDifferences(summary)
    halfWidth = objective.widest
    let together = SimultaneousIntervals(objective.independent, level: 0.95)
    let results = summary.plans.indices.map { place in
      PlanResult(
        summary, place, reader,
        difference: place == 0
          ? nil : PlanDifference(summary, place, reader, objective, together))
    }
    plans = results
    chancesBest = ChancesBest(objective.differences, summary.design).byPlan
    ranking = results.indices.sorted {
      results[$0].aboveBaseline > results[$1].aboveBaseline
    }
  }

  /// The share of markets in which a plan has the highest objective of all, ties shared.
  public func chanceBest(_ plan: Int) -> Double { chancesBest[plan] }
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
      GuardrailVerdict($0, reader, tables, cost: difference?.costPerExtraCustomer)
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
  /// What one more customer costs, after the horizon included.
  public let costPerExtraCustomer: ExtraRatio
  /// What all acquired customers are worth more, over what winning them costs more.
  public let valuePerExtraCost: ExtraRatio
  /// Additional profit over additional spend.
  public let returnOnSpend: ExtraRatio
  /// Additional rewards, acquisition and messages over additional orders within the horizon.
  public let costPerIncrementalOrder: ExtraRatio
  public let paidBack: PaidBack
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
      plan: objective.levels[place], baseline: objective.levels[0], reader: reader)
    simultaneous = together?.interval(of: objective.independent[place - 1])
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
    costPerExtraCustomer = .perCustomer(plan.figures, from: baseline.figures, reader)
    valuePerExtraCost = .gain(
      change([.customerValue]), per: change(Measure.winningCost), reader)
    returnOnSpend = .gain(
      change([.contribution, .afterwards]), per: change(Measure.spending), reader)
    costPerIncrementalOrder = .cost(
      change(Measure.allRewards + [.acquisition, .messaging]), per: change([.orders]), reader,
      none: "no additional orders")
    paidBack = PaidBack(plan, baseline, reader)
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
      guard segment.hunters == nil,
        let slice = plan.figures.first?.slices.firstIndex(of: .segment(index))
      else { return nil }
      func mean(_ figure: Figure) -> Double {
        reader.mean(reader.totals([figure], plan.figures, slice: slice)).value
      }
      return SegmentFlips(
        segment: segment.name, persuaded: mean(.persuaded), anyway: mean(.anyway),
        putOff: mean(.putOff), untouched: mean(.untouched))
    }
  }
}
