import Charts
import Documents
import Market
public import Statistics
public import Takeaways

extension CalibrationResult {
  /// Every file of a calibration to be taken away, the manifest last.
  ///
  /// - Parameters:
  ///   - version: Flywheel's.
  ///   - command: What gives the result again.
  ///   - kernels: What did the arithmetic.
  /// - Returns: The files.
  /// - Throws: Where the manifest cannot be written down.
  public func files(
    version: String, command: String, kernels: String = Kernels.current.description
  ) throws -> [OutputFile] {
    try takeaway(version: version, command: command).files(version: version, kernels: kernels)
  }

  private func takeaway(version: String, command: String) -> Takeaway {
    let name = log == "-" ? "standard input" : String(log.split(separator: "/").last ?? "")
    return Takeaway(
      kicker: "\(name) · \(Readable.counted(summary.histories.count, "customer")) ·"
        + " to \(summary.observationEnd.iso)",
      sentences: CalibrationAnswer(self).sentences,
      sections: [weeks, groups, often, models, rowsUsed].compactMap(\.self),
      tables: namedTables, command: command, origin: "Flywheel \(version), \(name)")
  }

  private var namedTables: [NamedTable] {
    var tables = [
      NamedTable("models.csv", "Models", modelsTable),
      NamedTable("frequencies.csv", "Frequencies", frequenciesTable),
    ]
    if let check = calibration.holdout {
      let holdout = HoldoutTables(check, calibration.currency)
      tables += [
        NamedTable("holdout.csv", "Holdout", holdout.byFrequency),
        NamedTable("weeks.csv", "Weeks", holdout.everyWeek),
      ]
    }
    return tables
  }

  private var laws: [PurchaseLaw] { calibration.choice.map { [$0.law] } ?? [] }

  /// The holdout week by week.
  private var weeks: Takeaway.Section? {
    guard let check = calibration.holdout, check.days >= 14, let choice = calibration.choice
    else { return nil }
    // The law that counts and the next: a third line would only be in their way.
    let shown = [choice.law, choice.rival?.law].compactMap(\.self)
    let forecasts = shown.compactMap { law in check.forecast(by: law).map { (law, $0) } }
    // A week that is cut off would look like a slump.
    let whole = check.days / 7
    func points(_ values: [Double]) -> [(x: Double, y: Double)] {
      values.prefix(whole).enumerated().map { (Double($0 + 1), $1) }
    }
    let actual = check.actualByWeek.map(Double.init)
    let lines =
      forecasts.enumerated().map { place, forecast in
        Lines.Line(
          name: forecast.0.name, points: points(forecast.1.byWeek),
          style: place == 0 ? .main : .second)
      } + [Lines.Line(name: "actual", points: points(actual), style: .rule)]
    let expected = forecasts.map {
      "\($0.0.name) \(Readable.number($0.1.conditional, decimals: 0))"
    }
    let chart = Lines(
      title: "Repeat purchases week by week after \(summary.observationEnd.iso)",
      sentence:
        "In \(Readable.counted(check.days, "day")) there were \(Readable.count(check.actual)) repeat purchases;"
        + " expected were \(expected.joined(separator: ", ")).",
      lines: lines, across: "week after \(summary.observationEnd.iso)",
      up: "repeat purchases a week")
    let titles = forecasts.map(\.0.name)
    return Takeaway.Section(
      "Does it foretell what happened?",
      ["The models saw nothing of these weeks. Seasons are no part of them."], chart,
      notebook: weeksNotebook(titles))
  }

  private func weeksNotebook(_ forecasts: [String]) -> NotebookChart {
    let names = forecasts.map { ($0, $0.filter(\.isLetter)) } + [("actual", "actual")]
    let tones: [Palette.Tone] = [.gain, .loss]
    return NotebookChart(
      "Repeat purchases week by week", file: "weeks.csv",
      fields: [NotebookChart.Field("week", "week")]
        + names.map { NotebookChart.Field($0.0, $0.1) },
      kept: ("days", ["7"]),
      layers: names.enumerated().map { place, name in
        NotebookChart.Layer(
          "line", ["color": .string(Palette.hex(place < forecasts.count ? tones[place] : .quiet))],
          [
            NotebookChart.Encoding("x", "week", .quantitative),
            NotebookChart.Encoding(
              "y", name.1, .quantitative,
              ["title": .string("repeat purchases: \(names.map(\.0).joined(separator: ", "))")]),
          ])
      })
  }

  /// The holdout by what customers had done before.
  private var groups: Takeaway.Section? {
    guard let check = calibration.holdout, let law = laws.first,
      let forecast = check.forecast(by: law)
    else { return nil }
    let rows = check.groups.enumerated().compactMap { place, group -> Pairs.Row? in
      guard group.customers > 0 else { return nil }
      let customers = Double(group.customers)
      let actual = Double(group.actual) / customers
      let expected = forecast.byFrequency[place] / customers
      return Pairs.Row(
        name: "\(group.repeats)\(group.isOpenEnded ? " or more" : "") before", first: expected,
        second: actual,
        notes: [
          "actual \(Readable.number(actual, decimals: 2))",
          "expected \(Readable.number(expected, decimals: 2)),"
            + " \(Readable.counted(group.customers, "customer"))",
        ])
    }
    guard !rows.isEmpty else { return nil }
    let chart = Pairs(
      title:
        "Repeat purchases a customer in the \(Readable.counted(check.days, "day")) after, by those before",
      sentence: rows.map { "\($0.name): \($0.notes.joined(separator: ", "))" }
        .joined(separator: "; ") + ".",
      firstName: "expected by \(law.name)", secondName: "actual", rows: rows,
      axis: "repeat purchases a customer in \(Readable.counted(check.days, "day"))")
    return Takeaway.Section(
      "Does it tell good customers from others?",
      ["By how often customers had bought again before: expected against actual."], chart)
  }

  /// How often customers bought, against what the law expects.
  private var often: Takeaway.Section? {
    guard let law = laws.first, let expected = calibration.frequencies(by: law).expected else {
      return nil
    }
    let actual = calibration.frequencies(by: law).actual
    let rows = actual.indices.map { place in
      Pairs.Row(
        name: place == FrequencyFit.lastGroup
          ? "\(place) or more times"
          : place == 1
            ? "once" : "\(place) times", first: expected[place], second: actual[place],
        notes: [
          "actual \(Readable.number(actual[place], decimals: 0))",
          "expected \(Readable.number(expected[place], decimals: 0))",
        ])
    }
    let chart = Pairs(
      title: "Customers by how often they bought again up to \(summary.observationEnd.iso)",
      sentence: "Never again bought \(Readable.number(actual[0], decimals: 0)) customers;"
        + " \(law.name) expects \(Readable.number(expected[0], decimals: 0)).",
      firstName: "expected by \(law.name)", secondName: "actual", rows: rows, axis: "customers")
    return Takeaway.Section(
      "Does it fit what it saw?", ["Customers by how often they bought again."], chart,
      notebook: frequencyNotebook)
  }

  private var frequencyNotebook: NotebookChart {
    func layer(_ mark: String, _ field: String) -> NotebookChart.Layer {
      NotebookChart.Layer(
        mark, [:],
        [
          NotebookChart.Encoding(
            "x", "repeats", .nominal,
            ["title": .string("repeat purchases"), "sort": .null]),
          NotebookChart.Encoding(
            "y", field, .quantitative, ["title": .string("customers: bars actual, points expected")]
          ),
        ])
    }
    return NotebookChart(
      "Customers by how often they bought again", file: "frequencies.csv",
      fields: [
        NotebookChart.Field("repeat purchases", "repeats"),
        NotebookChart.Field("customers", "actual"), NotebookChart.Field("expected", "expected"),
      ], layers: [layer("bar", "actual"), layer("point", "expected")])
  }

  private var frequenciesTable: Table {
    var table = Table(
      calibration.currency,
      columns: [Column("repeat purchases"), Column("customers"), Column("expected")])
    let fit = calibration.frequencies(by: laws.first ?? .bgnbd)
    for place in fit.actual.indices {
      table.append([
        place == FrequencyFit.lastGroup ? .text("\(place) or more") : .count(Double(place)),
        .count(fit.actual[place]),
        fit.expected.map { .figure($0[place], decimals: 2) } ?? .empty,
      ])
    }
    return table
  }

  private var models: Takeaway.Section {
    let money = currency.map { ", gamma in \($0.code)" } ?? ""
    return Takeaway.Section(
      "Models (alpha and beta in \(unit.plural)\(money))", modelRemarks, modelsTable)
  }

  private var rowsUsed: Takeaway.Section {
    Takeaway.Section("Which rows it rests on", RowsAccount(self).lines)
  }
}
