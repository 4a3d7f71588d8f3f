public import Market

/// What rehearsals found out about an experiment before it is made.
public struct RehearsalResult: Sendable {
  public let design: RehearsalDesign
  /// What lets arms interfere; empty where nothing does.
  public let couplings: [Coupling]
  /// People in the market.
  public let people: Int
  /// People in the experiment by its end, a market.
  public let enrolled: Simulated
  /// Markets played; several rehearsals may share one.
  public let markets: Int
  /// Draws of the scenario's assumptions they were played at; `nil` where everything is known.
  public let draws: Int?
  /// By arm: what its offers cost as they run, such as by the message or the check, within the experiment's days with
  /// everybody in it, minor units in the whole market: profit has it, and no person's contribution.
  public let runningCosts: [Simulated]
  public let decision: DecisionFindings
  /// By arm, the control left out.
  public let comparisons: [ComparisonFindings]
  /// One for each rehearsal.
  public let rows: [RehearsalRow]
  /// `nil` where every experiment was played.
  public let replay: Replay?

  init(
    _ design: RehearsalDesign, couplings: [Coupling], people: Int, _ markets: [RehearsedMarket],
    draws: Int? = nil, replay: Replay? = nil
  ) {
    self.design = design
    self.couplings = couplings
    self.people = people
    self.markets = markets.count
    self.draws = draws
    let reader = RehearsalReader(design, people: people, markets, isDrawn: draws != nil)
    self.replay = replay
    enrolled = reader.mean(reader.enrolled(by: design.days).map { [$0] })
    let standsFor = Double(design.scenario.market.standsFor)
    runningCosts = design.arms.arms.indices.map { arm in
      reader.mean(markets.map { [standsFor * $0.running[arm]] })
    }
    decision = DecisionFindings(reader)
    comparisons = design.arms.arms.indices.dropFirst().map { ComparisonFindings(reader, arm: $0) }
    rows = reader.rows
  }
}
