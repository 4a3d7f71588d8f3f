import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// What is shown when more is asked for.
  func details(leader: Standing?) -> [Answer.Section] {
    var sections = [
      Answer.Section(title: "What profit is made of", table: profitTable),
      Answer.Section(title: "What was ordered", table: ordersTable),
      Answer.Section(title: "What customers cost, and what they bring", table: customersTable),
    ]
    if let table = rewardsTable {
      sections.append(Answer.Section(title: "What offers did", table: table))
    }
    if let table = eachOfferTable {
      sections.append(Answer.Section(title: "What each offer did", table: table))
    }
    if let table = offerCountsTable {
      sections.append(Answer.Section(title: "What came of them beside redemptions", table: table))
    }
    if let table = dealsTable {
      sections.append(Answer.Section(title: "How many deals, and how likely", table: table))
    }
    if let table = committeesTable {
      sections.append(Answer.Section(title: "How far committees got", table: table))
    }
    if !scenario.guardrails.isEmpty {
      sections.append(Answer.Section(title: "Guardrails", table: guardrailsTable))
    }
    if let leader, movesPeople(leader) {
      sections.append(
        Answer.Section(
          title: "Who bought in the campaign of \(quoted(leader.plan)), against the baseline",
          table: flipsTable(leader.place)))
    }
    return sections
  }

  /// What profit is made of: what happens within the horizon, and the value after it.
  private var profitTable: Table {
    let parts = Reason.Part.allCases.filter { part in
      part == .residual
        || comparison.plans.indices.contains { statement.amount(part, plan: $0) != 0 }
    }
    let decimals = statement.money.decimals
    var table = Table(
      currency,
      columns: [Column("plan")]
        + parts.map { Column($0.rawValue, .money, currency, decimals: decimals) }
        + [Column("profit", .money, currency, decimals: decimals)])
    for place in ranking {
      table.append(
        [.text(scenario.plans[place].name)]
          + parts.map { .money(statement.amount($0, plan: place)) }
          + [.money(statement.total(Objective.profit.measure.summands, plan: place))])
    }
    return table
  }

  /// What customers cost under each plan, and what they bring.
  private var customersTable: Table {
    let shown = ["spend", "acquired", "blended CPA", "CLV", "repeat rate"]
      .compactMap { Measure.named($0) }
    let ratios: [(title: String, unit: Measure.Unit, ratio: KeyPath<PlanDifference, ExtraRatio>)] =
      [
        ("cost per extra customer", .money, \.costPerExtraCustomer),
        ("extra value per extra cost", .ratio, \.valuePerExtraCost),
        ("ROI", .ratio, \.returnOnSpend),
      ]
    let decimals = ratios.map { ratio in
      comparison.plans.compactMap { $0.difference?[keyPath: ratio.ratio] }
        .decimals(ratio.unit, currency)
    }
    var table = Table(
      currency,
      columns: [Column("plan")]
        + shown.map { Column($0.title, $0.unit, currency, decimals: self.decimals($0)) }
        + zip(ratios, decimals).map { Column($0.title, $0.unit, currency, decimals: $1) }
        + [Column("paid back")])
    for place in ranking {
      let difference = comparison.plans[place].difference
      let values = shown.map { Cell(printed($0, plan: place).estimate?.value, $0.unit) }
      let extra = zip(ratios, decimals).map { ratio, decimals in
        difference?[keyPath: ratio.ratio].cell(ratio.unit, currency, decimals: decimals) ?? .empty
      }
      table.append(
        [.text(scenario.plans[place].name)] + values + extra
          + [difference.map { .text($0.paidBack.short(least: least($0))) } ?? .empty])
    }
    return table.withoutIdleColumns(idle: ["acquired customers", "extra value per extra cost"])
  }

  /// Whom offers were paid to, and what an order cost that they brought; nil where nobody took any.
  ///
  /// Redemptions are those of the single offers together: also of rewards without an order, and by hunters.
  private var rewardsTable: Table? {
    let counts: [(title: String, figure: Figure)] = [
      ("offers noticed", .noticed), ("offers taken", .tookPart), ("redeemed", .redemptions),
      ("would have come anyway", .deadWeight), ("won by the reward", .wonByReward),
    ]
    let decimals = comparison.plans.compactMap(\.difference?.costPerIncrementalOrder)
      .decimals(.money, currency)
    var table = Table(
      currency,
      columns: [Column("plan")]
        + counts.map { Column($0.title, decimals: digits(of: $0.figure)) }
        + [
          Column("dead weight", .share, currency),
          Column("reward cost", .money, currency, decimals: statement.money.decimals),
          Column("extra order cost", .money, currency, decimals: decimals),
        ])
    for place in ranking where !scenario.plans[place].offers.isEmpty {
      let plan = comparison.plans[place]
      let offers = scenario.plans[place].offers
      // Of gifts to all, messages or tasks no order tells what would have come anyway.
      let isJudged = offers.contains { type(of: $0.terms).isJudged }
      func cell(_ figure: Figure) -> Cell {
        switch figure {
        case .deadWeight where !isJudged: .empty
        case .redemptions: .count(offers.indices.reduce(0) { $0 + redeemed($1, plan: place) })
        default: .count(statement.total([figure], plan: place))
        }
      }
      table.append(
        [.text(scenario.plans[place].name)]
          + counts.map { cell($0.figure) } + [
            Cell(plan["dead weight"].estimate?.value, .share),
            .money(statement.total(Measure.allRewards, plan: place)),
            plan.difference?.costPerIncrementalOrder
              .cell(.money, currency, decimals: decimals) ?? .empty,
          ])
    }
    let shown = table.withoutIdleColumns(
      idle: Set(counts.map(\.title) + ["reward cost"]))
    return shown.columns.contains { $0.title == "offers taken" || $0.title == "redeemed" }
      ? shown : nil
  }

  /// What only some kinds of offers have, where there was any: messages, refunds, invitations.
  private var offerCountsTable: Table? {
    let rows = ranking.flatMap { plan in
      scenario.plans[plan].offers.indices.map { offer in
        (
          names: [scenario.plans[plan].name, scenario.plans[plan].offers[offer].name],
          counts: Self.offerCounts.map {
            statement.mean(comparison.summary.plans[plan].sum($0.figure, .offer(offer)))
          }
        )
      }
    }.filter { $0.counts.contains { $0 > 0 } }
    let columns = Self.offerCounts.indices.filter { place in
      rows.contains { $0.counts[place] > 0 }
    }
    guard !columns.isEmpty else { return nil }
    let decimals = statement.decimals([.noticed])
    var table = Table(
      currency,
      columns: [Column("plan"), Column("offer")]
        + columns.map { Column(Self.offerCounts[$0].title, decimals: decimals) })
    for row in rows {
      table.append(row.names.map { .text($0) } + columns.map { .count(row.counts[$0]) })
    }
    return table
  }

  private var guardrailsTable: Table {
    var table = Table(
      currency,
      columns: [Column("plan")] + scenario.guardrails.map { Column($0.words(currency)) })
    for place in ranking {
      let verdicts = comparison.plans[place].guardrails
      table.append(
        [.text(scenario.plans[place].name)]
          + scenario.guardrails.map { guardrail in
            .text(
              verdicts.first { $0.guardrail == guardrail }?.wordWithChance(
                least: leastChance) ?? "not judged")
          })
    }
    return table
  }

  /// Who bought in a plan's campaign, and whether their twin under the baseline did.
  private func flipsTable(_ place: Int) -> Table {
    let counts: [(title: String, figure: Figure)] = [
      ("persuaded", .persuaded), ("would have anyway", .anyway), ("put off", .putOff),
      ("untouched", .untouched),
    ]
    let segments = scenario.market.segments
    let shown = counts.map { flips($0.figure, plan: place) }
    var table = Table(
      currency,
      columns: [Column("segment")]
        + counts.map { Column($0.title, decimals: statement.decimals([$0.figure])) })
    // Hunters are nobody's customers, and nobody is won of them.
    for (index, segment) in segments.enumerated() where segment.hunters == nil {
      table.append([.text(segment.name)] + shown.map { .count($0[index]) })
    }
    return table
  }

  /// Such people by segment, as they are printed everywhere.
  func flips(_ figure: Figure, plan place: Int) -> [Double] {
    let plan = comparison.summary.plans[place]
    return statement.parts(
      scenario.market.segments.indices.map { plan.sum(figure, .segment($0)) }, of: [figure],
      plan: place)
  }
}
