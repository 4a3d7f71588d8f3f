import Documents
import Market
import Planning
import Reports
import SharedData
import Testing

/// What holds of every story as it is answered.
@Suite(.releaseOnly) struct EveryStoryTests {
  @Test(arguments: Library.names)
  func isAnsweredWithoutWarnings(_ name: String) async throws {
    let story = try await Library.story(name)
    #expect(story.warnings.problems.map(\.path) == MeantWarnings.of(name))
    // The baseline, and plans enough to choose from but not too many to read.
    #expect((3...8).contains(story.plans.count))
  }

  /// Nobody sells at such a price for long as costs more than it brings.
  @Test(arguments: Library.names)
  func spendsLessThanItTakes(_ name: String) async throws {
    let story = try await Library.story(name)
    for plan in story.plans {
      #expect(story[plan].spend < story[plan].revenue, "\(plan)")
    }
  }

  /// Everybody who ordered first was acquired, everybody flipped some way against their twin, and who bought in the
  /// campaign, or whose twin did, was acquired: three counts that are kept apart, replication by replication.
  @Test(arguments: Library.names)
  func conservesCustomers(_ name: String) async throws {
    let story = try await Library.story(name)
    let summary = story.result.comparison.summary
    for (index, segment) in summary.scenario.market.segments.enumerated()
    where segment.hunters == nil {
      let people = Double(segment.size + segment.base.count)
      let baseline = try SegmentCounts.all(summary.plans[0], segment: index)
      for (plan, figures) in zip(story.plans, summary.plans) {
        let who: Comment = "\(segment.name) under \(plan)"
        let counts = try SegmentCounts.all(figures, segment: index)
        #expect(counts.allSatisfy { $0.acquired == $0.firstOrders && $0.people == people }, who)
        #expect(counts.allSatisfy { $0.secondOrders <= min($0.firstOrders, $0.repeats) }, who)
        // Today's customers buy without having been acquired.
        guard case .prospects = segment.begins, segment.base.isEmpty else { continue }
        #expect(counts.allSatisfy { $0.firstOrders <= min($0.trials, people) }, who)
        #expect(counts.allSatisfy { $0.bought <= $0.acquired }, who)
        #expect(zip(counts, baseline).allSatisfy { $0.twinBought <= $1.acquired }, who)
      }
    }
  }

  /// Shares of people are shares, whatever else is divided by what.
  @Test(arguments: Library.names)
  func hasNoAbsurdRates(_ name: String) async throws {
    let story = try await Library.story(name)
    for plan in story.result.comparison.plans {
      for (measure, estimated) in plan.measures where measure.unit == .share {
        guard let value = estimated.estimate?.value else { continue }
        #expect((0...1).contains(value), "\(plan.plan.name), \(measure.title)")
      }
    }
  }
}

/// Counts of a segment in one replication of a plan.
private struct SegmentCounts {
  let firstOrders, secondOrders, repeats, trials, acquired: Double
  /// Who bought in the campaign, and whose twin bought under the baseline.
  let bought, twinBought: Double
  let people: Double

  static func all(_ plan: PlanSummary, segment: Int) throws -> [SegmentCounts] {
    try plan.figures.map { table in
      let slice = try #require(table.slices.firstIndex(of: .segment(segment)))
      func count(_ figure: Figure) -> Double { table[figure, slice] }
      let (persuaded, anyway, putOff) = (count(.persuaded), count(.anyway), count(.putOff))
      return SegmentCounts(
        firstOrders: count(.firstOrders), secondOrders: count(.secondOrders),
        repeats: count(.repeatOrders), trials: count(.trials), acquired: count(.acquired),
        bought: persuaded + anyway, twinBought: anyway + putOff,
        people: persuaded + anyway + putOff + count(.untouched))
    }
  }
}
