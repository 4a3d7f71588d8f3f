public import Documents
public import Market

/// One plan at several values of one or two of its figures, all of them twins.
///
/// They share the luck of every replication and every draw of what is not known: what differs between two
/// values is the values alone.
public struct Sweep: Sendable {
  public let grid: LeverGrid
  /// The baseline as it is, and after it a plan a point.
  public let scenario: Scenario
  /// What is not known of any of them.
  public let assumptions: [Assumption]
  public let draws: DrawnScenarios?

  /// - Parameters:
  ///   - base: The scenario as it is.
  ///   - grid: The scenario at all values.
  ///   - replications: How many to play; nil for the scenario's own rule.
  /// - Throws: What is wrong with a draw of what is not known.
  public init(
    _ base: ResolvedScenario, _ grid: LeverGrid, replications: Int? = nil
  ) throws(ProblemReport) {
    self.grid = grid
    let all = [base] + grid.points.map(\.scenario)
    scenario = Self.joined(all.map(\.scenario), grid)
    var drawn: [DrawnScenarios?] = []
    for one in all { drawn.append(try DrawnScenarios(one, replications: replications)) }
    var known: Set<String> = []
    var assumptions: [Assumption] = []
    var columns: [(all: Int, place: Int)] = []
    for (index, one) in all.enumerated() {
      for (place, assumption) in one.assumptions.enumerated()
      where known.insert(assumption.name).inserted {
        assumptions.append(assumption)
        columns.append((index, place))
      }
    }
    self.assumptions = assumptions
    // A figure may matter at some values only: there the scenario is the same in all draws.
    draws = drawn.compactMap(\.self).first.map { first in
      DrawnScenarios(
        first.scenarios.indices.map { draw in
          Self.joined(zip(all, drawn).map { $1?.scenarios[draw] ?? $0.scenario }, grid)
        },
        values: first.scenarios.indices.map { draw in
          columns.map { drawn[$0.all]?.values[draw][$0.place] ?? .nan }
        },
        replicationsPerDraw: first.replicationsPerDraw, minimum: first.minimum,
        block: first.block, maximum: first.maximum)
    }
  }

  /// The baseline of the first scenario and the changed plan of each of the others.
  private static func joined(_ scenarios: [Scenario], _ grid: LeverGrid) -> Scenario {
    var joined = scenarios[0]
    joined.plans =
      [scenarios[0].plans[0]]
      + zip(scenarios.dropFirst(), grid.points).map { scenario, point in
        var plan = scenario.plans[point.plan]
        plan.name = point.name
        return plan
      }
    return joined
  }

  /// Plays them.
  ///
  /// - Throws: As a study does.
  public func run(
    threads: Int, progress: @Sendable (Study.Progress) -> Void = { _ in }
  ) async throws -> SweepResult {
    let summary = try await Study(Simulation(scenario), draws: draws, threads: threads)
      .run(progress: progress)
    return SweepResult(self, summary)
  }
}

extension LeverGrid.Point {
  /// Its values, such as `10 CNY` or `10 CNY, 14 days`.
  public var name: String { settings.map(\.text).joined(separator: ", ") }
}
