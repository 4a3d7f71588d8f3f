import Documents
import Market
import Planning
import Takeaways

/// Clients won where committees decide: so few that chances say more than a mean.
extension RunResult {
  /// A line for the baseline and one for the leader, under the first table; none where no committee decides.
  func dealNotes(leader: Standing?) -> [String] {
    [0, leader?.place].compactMap(\.self).distinct.compactMap { place in
      guard let deals = deals(place) else { return nil }
      let chances = Self.counts(telling: [deals]).enumerated().map { number, count in
        "\(number == 0 ? "at least " : "")\(Readable.count(count)) in"
          + " \(Self.outOfHundred(deals, count))\(number == 0 ? " markets" : "")"
      }
      return
        "Deals of \(quoted(scenario.plans[place].name)): \(Self.shown(deals.median)) in the middle"
        + " market; \(chances.joined(separator: ", "))."
    }
  }

  /// By plan: how many deals, in the middle market and by chance.
  var dealsTable: Table? {
    let outlooks = ranking.compactMap { place in deals(place).map { (place, $0) } }
    guard !outlooks.isEmpty else { return nil }
    let counts = Self.counts(telling: outlooks.map(\.1))
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("deals", decimals: statement.decimals([.firstOrders])),
        Column("middle market", decimals: 1),
      ] + counts.map { Column("at least \(Readable.count($0))", .share, currency) })
    for (place, deals) in outlooks {
      table.append(
        [.text(scenario.plans[place].name), .count(deals.mean), .count(deals.median)]
          + counts.map { .chance(deals.chance(atLeast: $0), least: deals.leastChance) })
    }
    return table
  }

  /// By plan, segment and role: how many committees got there, and what became of them.
  var committeesTable: Table? {
    let segments = scenario.segmentsWithCommittee
    guard !segments.isEmpty else { return nil }
    let decimals = statement.decimals([.firstOrders])
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("segment"), Column("role"), Column("asked", decimals: decimals),
        Column("meetings", decimals: decimals), Column("approved", decimals: decimals),
        Column("still deciding", decimals: decimals),
      ])
    for place in ranking {
      let plan = scenario.plans[place]
      for segment in segments {
        for (role, asked) in (scenario.committee(of: segment, under: plan)?.roles ?? [])
          .enumerated()
        {
          func mean(_ what: CommitteeCount) -> Double {
            statement.mean(
              comparison.summary.plans[place].committees.reduce(0) {
                $0 + Double($1[what, role: role, segment: segment])
              })
          }
          table.append(
            [
              .text(plan.name), .text(scenario.market.segments[segment].name), .text(asked.name),
            ] + CommitteeCount.allCases.map { .count(mean($0)) }
              + [.count(mean(.asked) - mean(.met))])
        }
      }
    }
    return table
  }

  /// Clients won under a plan where committees decide; none where nowhere, or where one market was played.
  private func deals(_ place: Int) -> CountOutlook? {
    let plan = comparison.summary.plans[place]
    let slices = scenario.segmentsWithCommittee.compactMap { plan.slice(.segment($0)) }
    guard !slices.isEmpty else { return nil }
    let bySegment = slices.map {
      comparison.reader.totals([.firstOrders], plan.figures, slice: $0)
    }
    let values = plan.figures.indices.map { market in
      bySegment.reduce(0) { $0 + $1[market] }
    }
    return CountOutlook(values, comparison.summary.design)
  }

  /// Counts that some markets reach and others do not: what nine in ten do, half of them, and one in ten.
  private static func counts(telling outlooks: [CountOutlook]) -> [Int] {
    let medians = outlooks.map(\.median)
    let low = outlooks.map { $0.quantile(0.1) }.min()
    let high = outlooks.map { $0.quantile(0.9) }.max()
    return [low, medians.min(), medians.max(), high].compactMap(\.self)
      .map { max(1, Int($0.rounded(.up))) }.distinct.sorted()
  }

  private static func outOfHundred(_ deals: CountOutlook, _ count: Int) -> String {
    Readable.outOfHundred(deals.chance(atLeast: count), least: deals.leastChance)
  }

  private static func shown(_ median: Double) -> String {
    Readable.number(median, decimals: median == median.rounded() ? 0 : 1)
  }
}
