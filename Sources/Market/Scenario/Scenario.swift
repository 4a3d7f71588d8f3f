public import Documents

/// One market and the plans for it, as the model guarantees it: complete, checked, in days and minor units.
public struct Scenario: Sendable, Equatable {
  /// Plans that can be compared at once: customers remember in a bit each whether they bought.
  public static let mostPlans = UInt64.bitWidth
  /// What is known of an acquired customer names the segment in a byte.
  public static let mostSegments = Int(UInt8.max)

  public var name: String
  /// What the planner wants to know, as written above the answer.
  public var question: String?
  public var currency: Currency
  public var start: CalendarDate
  /// Days played.
  public var horizon: Int
  public var seed: UInt64
  public var market: MarketConditions
  /// The first is the baseline.
  public var plans: [Plan]
  /// What goes on after the horizon, where that is not the first plan: twins of one plan alone keep the baseline.
  public var baselineAfterwards: Plan?
  public var objective: Objective
  public var guardrails: [Guardrail]
  public var stopping: StoppingRule
  /// How what is not known is drawn, where there is anything.
  public var draws: DrawRule

  /// Days played: the horizon and the run-off after it.
  public var daysPlayed: Int { horizon + market.runOff.days }

  public init(
    name: String, question: String? = nil, currency: Currency, start: CalendarDate, horizon: Int,
    seed: UInt64,
    market: MarketConditions, plans: [Plan], objective: Objective = .profit,
    guardrails: [Guardrail] = [],
    stopping: StoppingRule = StoppingRule(), draws: DrawRule = DrawRule()
  ) {
    self.name = name
    self.question = question
    self.currency = currency
    self.start = start
    self.horizon = horizon
    self.seed = seed
    self.market = market
    self.plans = plans
    self.objective = objective
    self.guardrails = guardrails
    self.stopping = stopping
    self.draws = draws
  }
}

/// When enough replications have been played.
public struct StoppingRule: Sendable, Equatable {
  /// Half-width of the 95 % interval of every paired difference of the objective with the baseline.
  ///
  /// In the objective's own unit (minor units for money); `nil` plays exactly `minimum` replications.
  public var precision: Double?
  public var minimum: Int
  /// Looks happen after every `batch` further replications.
  public var batch: Int
  public var maximum: Int

  public init(precision: Double? = nil, minimum: Int = 30, batch: Int = 10, maximum: Int = 400) {
    self.precision = precision
    self.minimum = minimum
    self.batch = batch
    self.maximum = maximum
  }
}
