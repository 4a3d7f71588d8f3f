import Documents
import Experiments
import Market
import Planning
import Statistics
import Takeaways

extension RehearsalResult {
  private func interval(_ interval: Interval?, _ cell: (Double) -> Cell) -> [Cell] {
    [interval.map { cell($0.low) } ?? .empty, interval.map { cell($0.high) } ?? .empty]
  }

  private func share(_ share: Simulated) -> [Cell] {
    [.share(share.value)] + interval(share.interval) { .share($0) }
  }

  /// A metric a person: money in major units.
  private func cell(_ value: Double?, _ metric: PersonMetric, digits: Int = 4) -> Cell {
    guard let value, value.isFinite else { return .empty }
    let shown = metric.unit == .money ? value / currency.scale : value
    return .exact(shown, decimals: Decimals.places(shown, digits: digits))
  }

  private func cells(_ figure: Simulated, _ metric: PersonMetric) -> [Cell] {
    [cell(figure.value, metric)] + interval(figure.interval) { cell($0, metric) }
  }

  private func unit(_ metric: PersonMetric) -> Cell {
    .text(metric.unit.word(currency) ?? metric.unit.rawValue)
  }

  private func shareColumns(_ title: String) -> [Column] {
    ["", " from", " to"].map { Column(title + $0, .share, currency) }
  }

  private func columns(_ title: String) -> [Column] {
    ["", " from", " to"].map { Column(title + $0) }
  }

  /// By arm: what it truly earns, how often it is the right one, and how often it is chosen.
  var armsTable: Table {
    let isDrawn = draws != nil
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("share of people", .share, currency),
        Column("profit, everybody in it", .money, currency),
        Column("computed from", .money, currency), Column("computed to", .money, currency),
      ] + (isDrawn ? [Column("right in", .share, currency)] : []) + shareColumns("chosen in"))
    for arm in design.arms.arms.indices {
      let profit = decision.profits[arm]
      table.append(
        [.text(design.arms.arms[arm].name), .share(design.shares[arm]), .money(profit.value)]
          + interval(profit.interval) { .money($0) }
          + (isDrawn ? [.share(decision.right[arm].value)] : [])
          + share(decision.chosen[arm]))
    }
    return table
  }

  /// By comparison and metric after the experiment's days: truth, bias, spread, power.
  var estimatesTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("metric"), Column("truth", isSigned: true),
        Column("interference", isSigned: true), Column("±"), Column("sampling"),
        Column("power", .share, currency), Column("±", .share, currency),
        Column("opposes profit in", .share, currency),
      ])
    for comparison in comparisons {
      for metric in comparison.metrics where metric.days == design.days {
        let name = metric.metric.unit == .money ? ", \(currency.code)" : ""
        func shown(_ value: Double?) -> Cell { cell(value, metric.metric, digits: 2) }
        table.append([
          .text(design.arms.arms[comparison.arm].name), .text(metric.metric.rawValue + name),
          shown(metric.truth.value), shown(metric.interference.value),
          shown(metric.interference.halfWidth), shown(metric.sampling),
          .share(metric.power.value), Cell(metric.power.halfWidth, .share),
          .share(metric.disagreement.value),
        ])
      }
    }
    return table
  }

  /// The rules in short.
  var rulesTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("rule"), Column("false alarms", .share, currency),
        Column("±", .share, currency), Column("power", .share, currency),
        Column("±", .share, currency), Column("days until called"), Column("±"),
      ])
    for comparison in comparisons {
      for rule in comparison.rules {
        table.append([
          .text(design.arms.arms[comparison.arm].name), .text(rule.rule.rawValue),
          .share(rule.falseAlarms.value), Cell(rule.falseAlarms.halfWidth, .share),
          .share(rule.power.value), Cell(rule.power.halfWidth, .share),
          .figure(rule.days.value, decimals: 1),
          rule.days.halfWidth.map { .figure($0, decimals: 1) } ?? .empty,
        ])
      }
    }
    return table
  }

  /// By comparison and rule: false alarms, power, days.
  var looksTable: Table {
    var table = Table(
      currency,
      columns: [Column("plan"), Column("rule")] + shareColumns("false alarms")
        + shareColumns("power") + columns("days until called"))
    for comparison in comparisons {
      for rule in comparison.rules {
        table.append(
          [.text(design.arms.arms[comparison.arm].name), .text(rule.rule.rawValue)]
            + share(rule.falseAlarms) + share(rule.power) + [.days(rule.days.value)]
            + interval(rule.days.interval) { .days($0) })
      }
    }
    return table
  }

  /// Everything about every metric, after the experiment and after the horizon.
  var metricsTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("compared with"), Column("metric"), Column("days"), Column("unit"),
      ] + columns("truth") + columns("estimate") + columns("bias by interference")
        + [Column("spread by sampling"), Column("mean stated standard error")]
        + shareColumns("power") + shareColumns("other sign than profit"))
    for comparison in comparisons {
      for metric in comparison.metrics {
        var row: [Cell] = [
          .text(design.arms.arms[comparison.arm].name), .text(design.arms.arms[0].name),
          .text(metric.metric.rawValue), .count(Double(metric.days)), unit(metric.metric),
        ]
        row += cells(metric.truth, metric.metric) + cells(metric.estimate, metric.metric)
        row += cells(metric.interference, metric.metric)
        row += [cell(metric.sampling, metric.metric), cell(metric.statedError, metric.metric)]
        table.append(row + share(metric.power) + share(metric.disagreement))
      }
    }
    return table
  }

  /// Power of one look after so many days.
  var powerTable: Table {
    var table = Table(
      currency,
      columns: [Column("plan"), Column("metric"), Column("days"), Column("people in the test")]
        + shareColumns("power"))
    for comparison in comparisons {
      for look in comparison.powerByDay {
        table.append(
          [
            .text(design.arms.arms[comparison.arm].name), .text(design.metric.rawValue),
            .count(Double(look.days)), .count(look.people),
          ] + share(look.power))
      }
    }
    return table
  }

  /// A row for every rehearsal and comparison.
  var rehearsalsTable: Table {
    let metric = design.metric
    var table = Table(
      currency,
      columns: [
        Column("rehearsal"), Column("market"), Column("draw"), Column("salt"), Column("chosen"),
        Column("plan"),
        Column("estimate"), Column("standard error"), Column("p-value"), Column("truth"),
        Column("bias by interference"), Column("profit, truth"), Column("p-value against itself"),
      ])
    for (place, row) in rows.enumerated() {
      for (comparison, of) in zip(row.comparisons, comparisons) {
        table.append([
          .count(Double(place + 1)), .count(Double(row.replication)),
          draws == nil ? .empty : .count(Double(row.draw + 1)), .text("\(row.salt)"),
          .text(design.arms.arms[row.chosen].name), .text(design.arms.arms[of.arm].name),
          cell(comparison.effect?.estimate, metric),
          cell(comparison.effect?.standardError, metric), Cell(pValue: comparison.effect?.pValue()),
          cell(comparison.truth, metric), cell(comparison.interference, metric),
          cell(comparison.profit, .profit),
          Cell(pValue: comparison.nullEffect?.pValue()),
        ])
      }
    }
    return table
  }
}

extension Simulated {
  /// Half of the 95 % Monte Carlo interval.
  var halfWidth: Double? { interval.map { $0.width / 2 } }
}
