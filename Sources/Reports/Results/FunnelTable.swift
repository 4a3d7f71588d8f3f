import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and stage: how many got there, and what share of the stage before that is.
  ///
  /// Aware are those who know us as day 1 begins and those who become aware. Somebody who said no may try
  /// again, so there can be more trials than people aware. Bonus hunters become nobody's customers and are in none of
  /// the stages of customers.
  public var funnelTable: Table {
    var table = Table(
      currency,
      columns: [Column("plan"), Column("funnel"), Column("stage")]
        + EstimateColumns.columns("count", .count, currency)
        + EstimateColumns.columns("rate from the stage before", .share, currency))
    for (place, plan) in comparison.summary.plans.enumerated() {
      for funnel in Funnel.all {
        var before: [Double]?
        for stage in funnel.stages {
          let counts = counts(of: stage, of: funnel, plan)
          var row: [Cell] = [
            .text(scenario.plans[place].name), .text(funnel.name), .text(stage.name),
          ]
          let decimals = books.decimals(stage.figures)
          let mean = comparison.reader.mean(counts)
          let count = mean.printed(
            leavesOut(funnel) ? mean.value.rounded(to: decimals) : printed(stage, place, decimals))
          row += EstimateColumns.cells(
            .estimate(count), .count, currency, decimals: decimals)
          let rate = before.map { comparison.reader.ratio(counts, per: $0) }
          row += EstimateColumns.cells(rate ?? .none("the first stage"), .share)
          table.append(row)
          before = counts
        }
      }
      for funnel in CommitteeFunnel.all(self, plan: place) {
        for row in rows(of: funnel, place) { table.append(row) }
      }
    }
    return table
  }

  /// Counts of a committee's roles add up to nothing and are shown as they come.
  private func rows(of funnel: CommitteeFunnel, _ place: Int) -> [[Cell]] {
    let befores = [nil] + funnel.stages.map { Optional($0.counts) }
    return zip(funnel.stages, befores).map { stage, before in
      let rate = before.map { comparison.reader.ratio(stage.counts, per: $0) }
      return [.text(scenario.plans[place].name), .text(funnel.name), .text(stage.name)]
        + EstimateColumns.cells(
          .estimate(comparison.reader.mean(stage.counts)), .count, currency,
          decimals: books.decimals([.firstOrders]))
        + EstimateColumns.cells(rate ?? .none("the first stage"), .share)
    }
  }

  /// Whether bonus hunters are there to be left out of a funnel.
  private func leavesOut(_ funnel: Funnel) -> Bool { funnel.isOfCustomers && hunters != nil }

  /// One value per replication.
  private func counts(of stage: Funnel.Stage, of funnel: Funnel, _ plan: PlanSummary) -> [Double] {
    let whole = comparison.reader.totals(stage.figures, plan.figures)
    let theirs =
      leavesOut(funnel)
      ? hunters.flatMap { plan.slice(.segment($0)) }
        .map { comparison.reader.totals(stage.figures, plan.figures, slice: $0) } : nil
    let counts = theirs.map { zip(whole, $0).map { $0 - $1 } } ?? whole
    return counts.map { $0 + atStart(stage) }
  }

  private func atStart(_ stage: Funnel.Stage) -> Double {
    scenario.market.segments.filter { $0.hunters == nil }.reduce(0.0) { $0 + stage.atStart($1) }
      * Double(scenario.market.standsFor)
  }

  private func printed(_ stage: Funnel.Stage, _ place: Int, _ decimals: Int) -> Double {
    books.total(stage.figures, plan: place) + atStart(stage).rounded(to: decimals)
  }
}

/// Stages people pass one after the other.
private struct Funnel {
  struct Stage {
    let name: String
    let figures: [Figure]
    /// How many of a segment are there on day 1.
    var atStart: (Segment) -> Double = { _ in 0 }
  }

  let name: String
  var isOfCustomers = false
  let stages: [Stage]

  static var all: [Funnel] {
    [
      Funnel(
        name: "customers", isOfCustomers: true,
        stages: [
          Stage(name: "prospects", figures: []) { $0.prospects },
          Stage(name: "aware", figures: [.knewBefore, .aware]),
          Stage(name: "trials", figures: [.trials]),
          Stage(name: "first orders", figures: [.firstOrders]),
          Stage(name: "second orders", figures: [.secondOrders]),
        ]),
      Funnel(
        name: "offers",
        stages: [
          Stage(name: "offers noticed", figures: [.noticed]),
          Stage(name: "offers taken", figures: [.tookPart]),
          Stage(name: "redemptions", figures: [.redemptions]),
        ]),
      Funnel(
        name: "word of mouth",
        stages: [
          Stage(name: "feedbacks", figures: [.feedbacks]),
          Stage(name: "people told", figures: [.told]),
        ]),
    ]
  }
}

extension Double {
  fileprivate func rounded(to decimals: Int) -> Double {
    let scale = Decimals.power(decimals)
    return (self * scale).rounded() / scale
  }
}

extension RunResult {
  /// The segment of bonus hunters, where there are any.
  var hunters: Int? { scenario.market.segments.firstIndex { $0.hunters != nil } }

  /// Events of a plan that are no bonus hunters', as they are printed.
  func countOfPeople(_ figure: Figure, plan: Int) -> Double {
    let theirs = hunters.map {
      statement.mean(comparison.summary.plans[plan].sum(figure, .segment($0)))
    }
    return max(0, statement.total([figure], plan: plan) - (theirs ?? 0))
  }
}

extension Segment {
  /// People who have not bought yet.
  fileprivate var prospects: Double {
    if case .prospects = begins { Double(size) } else { 0 }
  }
}
