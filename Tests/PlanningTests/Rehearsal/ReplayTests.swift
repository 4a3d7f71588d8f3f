import Market
import Testing

@testable import Planning

/// The check of the short way by the long one.
struct ReplayTests {
  private func market(lift: Double, residual: Double) throws -> (RehearsalDesign, ArmMarket) {
    var scenario = QuietMarket.scenario(people: 200, lift: lift)
    scenario.market.residualDays = residual
    let design = try RehearsalDesign(scenario, arms: [0, 1], days: 20, looks: 2, rehearsals: 2)
    return (
      design, ArmMarket(design.scenario, design.arms, observations: design.observations)
    )
  }

  /// What comes after the horizon belongs to no experiment: both ways are the same, to rounding, however long it is.
  @Test(arguments: [0.0, 30, 365]) func bothWaysAgreeWhateverComesAfterwards(residual: Double)
    throws
  {
    let (design, market) = try market(lift: 2, residual: residual)
    let product = RehearsedMarket(market, design.shares, replication: 0, salts: [1, 2, 3])
    let replay = Replay(product, market, design.shares)
    #expect(replay.experiments == 3)
    #expect(replay.largestDifference < 1e-9)
  }

  /// Another market's experiments are not taken for those of this one.
  @Test func otherExperimentsDiffer() throws {
    let (design, market) = try market(lift: 2, residual: 365)
    let (_, other) = try self.market(lift: 3, residual: 365)
    let product = RehearsedMarket(other, design.shares, replication: 0, salts: [1, 2, 3])
    #expect(Replay(product, market, design.shares).largestDifference > 0.01)
  }
}
