import Market
import Planning
public import Takeaways

extension RunResult {
  /// A row for every plan and source of customers: what it cost and whom it brought.
  ///
  /// Customers belong to the source of their last contact. Marginal and incremental CPA come from twin
  /// markets and are empty where they were not asked for.
  public var channelsTable: Table {
    let counts: [(title: String, figure: Figure)] = [
      ("contacts taken in", .reached), ("became aware", .aware), ("acquired", .acquired),
    ]
    let ratios = ["blended CPA", "CLV", "CLV:CPA"].compactMap { Measure.named($0) }
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("source"),
        Column("contacts", decimals: books.contacts.decimals),
      ]
        + counts.map {
          Column($0.title, decimals: books.decimals([$0.figure]))
        }
        + [
          Column("mean price per contact", .money, currency),
          Column("acquisition cost", .money, currency, decimals: books.money.decimals),
        ]
        + ratios.flatMap { EstimateColumns.columns($0.title, $0.unit, currency) }
        + EstimateColumns.columns("marginal CPA", .money, currency)
        + EstimateColumns.columns("incremental CPA", .money, currency)
        + [Column("not computed")])
    for (place, plan) in comparison.summary.plans.enumerated() {
      let result = comparison.plans[place]
      let sources = scenario.sourceNames
      let bySource = counts.map { count in
        books.parts(
          sources.indices.map { plan.sum(count.figure, .source($0)) }, of: [count.figure],
          plan: place
        )
      }
      let costs = costBySource(place, in: books)
      for (index, source) in sources.enumerated() {
        guard let slice = plan.slice(.source(index)) else { continue }
        let reader = comparison.reader
        let contacts =
          index < plan.contacts.count ? books.contacts(plan.contacts[index]).whole : nil
        var row: [Cell] = [.text(result.plan.name), .text(source), Cell(contacts, .count)]
        row += bySource.map { .count($0[index]) }
        row += [Cell(meanPrice(plan, channel: index), .money), .money(costs[index])]
        let values = ratios.map {
          (measure: $0, value: $0.said(reader.read($0, plan.figures, slice: slice)))
        }
        row += values.flatMap { EstimateColumns.cells($0.value, $0.measure.unit) }
        let study = channelValues?.first {
          $0.plan == result.plan.name && $0.channel == source
        }
        let studied = [
          ("marginal CPA", study?.marginalCPA), ("incremental CPA", study?.incrementalCPA),
        ]
        row += studied.flatMap { EstimateColumns.cells($0.1 ?? .none("not asked for"), .money) }
        let missing =
          values.compactMap { pair in pair.value.reason.map { "\(pair.measure.title): \($0)" } }
          + studied.compactMap { name, value in value?.reason.map { "\(name): \($0)" } }
        table.append(row + [missing.isEmpty ? .empty : .text(missing.joined(separator: "; "))])
      }
    }
    return table
  }

  /// Days' mean prices, weighted by their contacts; `nil` without any.
  private func meanPrice(_ plan: PlanSummary, channel: Int) -> Double? {
    guard channel < plan.contacts.count else { return nil }
    let contacts = plan.contacts[channel]
    let all = contacts.reduce(0, +)
    guard all > 0 else { return nil }
    let paid = zip(contacts, plan.prices[channel]).reduce(0) { $0 + $1.0 * $1.1 }
    return paid / all / Double(comparison.summary.replications)
  }
}

extension Scenario {
  /// The names of its sources, in their order.
  var sourceNames: [String] {
    (plans.first?.channels.map(\.name) ?? []) + ["organic", "word of mouth", "before day 1"]
      + sources.further
  }
}
