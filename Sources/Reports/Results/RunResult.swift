import Documents
public import Market
public import Planning
import Takeaways

/// What a run found out about one scenario.
public struct RunResult: Sendable {
  public let comparison: Comparison
  /// What the last customers of each channel cost; `nil` where the channel study was not asked for.
  public let channelValues: [ChannelValue]?
  /// What is not known of the scenario; empty where every figure was taken as exact.
  public let assumptions: [Assumption]
  /// Which of them differences go with; `nil` where every figure was taken as exact.
  let leanings: Leanings?

  /// The figures as people are told them.
  let statement: Statement
  /// The same two digits finer, as files hold them.
  let books: Statement
  /// Indices of the plans, the best by the objective as it is printed first.
  let ranking: [Int]

  /// - Parameters:
  ///   - comparison: All plans against the baseline.
  ///   - channelValues: What the last customers of each channel cost, where that was asked for.
  ///   - assumptions: What is not known of the scenario.
  ///   - drawn: The assumptions' values, draw by draw.
  public init(
    _ comparison: Comparison, channelValues: [ChannelValue]? = nil, assumptions: [Assumption] = [],
    drawn: [[Double]] = []
  ) {
    self.comparison = comparison
    self.channelValues = channelValues
    self.assumptions = assumptions
    leanings = drawn.isEmpty ? nil : Leanings(drawn, comparison.summary.design)
    let statement = Statement(comparison.summary)
    self.statement = statement
    books = Statement(comparison.summary, isFiner: true)
    let aim = comparison.summary.scenario.objective.measure
    ranking = comparison.ranking.enumerated().sorted { one, other in
      let gains = [one, other].map { statement.difference(aim.summands, plan: $0.element) }
      return gains[0] == gains[1] ? one.offset < other.offset : gains[0] > gains[1]
    }
    .map(\.element)
  }

  public var scenario: Scenario { comparison.summary.scenario }

  var currency: Currency { scenario.currency }

  /// Plans' results, the best by the objective first.
  var ranked: [PlanResult] { ranking.map { comparison.plans[$0] } }

  /// A measure of a plan, with the value as it is printed: to people, unless it is in files.
  func printed(_ measure: Measure, plan: Int, in statement: Statement? = nil) -> Estimated {
    let estimated = measure.said(comparison.plans[plan][measure.key])
    guard case .total(let figures) = measure.definition, let estimate = estimated.estimate else {
      return estimated
    }
    return .estimate(estimate.printed((statement ?? self.statement).total(figures, plan: plan)))
  }

  /// How a total differs from the baseline's, with the value as it is printed.
  func printed(
    _ difference: Difference, _ measure: Measure, plan: Int, in statement: Statement? = nil
  ) -> Estimate {
    difference.estimate.printed(
      (statement ?? self.statement).difference(measure.summands, plan: plan))
  }

  /// The parts of a plan's difference in profit as they are printed, the largest first.
  func reasons(plan: Int, in statement: Statement? = nil) -> [Reason] {
    let statement = statement ?? self.statement
    return Reason.Part.allCases
      .map {
        Reason(part: $0, amount: statement.amount($0, plan: plan) - statement.amount($0, plan: 0))
      }
      .sorted { abs($0.amount) > abs($1.amount) }
  }

  /// How many decimals a measure's figures are printed with; `nil` where they are no totals.
  func decimals(_ measure: Measure, in statement: Statement? = nil) -> Int? {
    measure.summands.isEmpty ? nil : (statement ?? self.statement).decimals(measure.summands)
  }

  /// The least chance that what was played can tell of.
  var leastChance: Double {
    comparison.summary.design.leastChance(comparison.summary.replications)
  }

  /// Sums over replications of the simulated market become means of the real one by this factor.
  var perReplication: Double {
    Double(scenario.market.standsFor) / Double(max(1, comparison.summary.replications))
  }
}
