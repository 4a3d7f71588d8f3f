import Charts
import Documents
import Market
import Planning
import Takeaways

/// The charts of a run as a notebook draws them from the files beside it.
extension RunResult {
  /// Texts as they stand in files, where an apostrophe guards those that look like formulas.
  private func written(_ texts: [String]) -> [String] { texts.map(FormulaGuard.guarded) }

  private var changeHeader: String {
    "against the baseline"
      + (scenario.objective.measure.unit.word(currency).map { " (\($0))" } ?? "")
  }

  private var aimTitle: String { "\(scenario.objective.measure.title) \(changeHeader)" }

  var dotsNotebook: NotebookChart {
    let plans = written(ranking.filter { $0 > 0 }.map { scenario.plans[$0].name })
    let names = plans.map(JSON.string)
    let across = NotebookChart.Encoding(
      "x", "difference", .quantitative, ["title": .string(aimTitle)])
    var chart = NotebookChart(
      "Difference to the baseline: 50 equally likely markets a plan", file: "dots.csv",
      fields: [
        NotebookChart.Field("plan", "plan"), NotebookChart.Field(changeHeader, "difference"),
        NotebookChart.Field("dots below it", "stack"),
      ],
      layers: [
        NotebookChart.Layer(
          "circle", ["size": .number(36), "opacity": .number(0.8)],
          [
            across,
            NotebookChart.Encoding(
              "y", "plan", .nominal, ["sort": .list(names), "title": .null]),
            NotebookChart.Encoding(
              "yOffset", "stack", .quantitative,
              ["scale": .object(["reverse": .boolean(true)])]),
            NotebookChart.Encoding("color", "plan", .nominal, ["legend": .null]),
          ]),
        NotebookChart.Layer(
          "rule", [:], [NotebookChart.Encoding("x", value: ["datum": .number(0)])]),
      ])
    chart.height = 70 * max(1, plans.count)
    return chart
  }

  func whyNotebook(_ plan: Standing) -> NotebookChart {
    let unit = " (\(currency.code))"
    return NotebookChart(
      "From the baseline's profit to that of \(quoted(plan.plan))", file: "why.csv",
      fields: [
        NotebookChart.Field("step", "step"), NotebookChart.Field("kind", "kind"),
        NotebookChart.Field("amount" + unit, "amount"), NotebookChart.Field("from" + unit, "from"),
        NotebookChart.Field("to" + unit, "to"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [
        NotebookChart.Layer(
          "bar", [:],
          [
            NotebookChart.Encoding("y", "step", .nominal, ["sort": .null, "title": .null]),
            NotebookChart.Encoding("x", "from", .quantitative, ["title": .string("profit" + unit)]),
            NotebookChart.Encoding("x2", "to", nil),
            NotebookChart.Encoding("color", "kind", .nominal),
            NotebookChart.Encoding("tooltip", "amount", .quantitative),
          ])
      ])
  }

  func cashNotebook(_ plan: Standing) -> NotebookChart {
    let title = "cumulative contribution against the baseline"
    func field(_ end: String, _ name: String) -> NotebookChart.Field {
      NotebookChart.Field("\(title)\(end) (\(currency.code))", name)
    }
    let day = NotebookChart.Encoding("x", "day", .quantitative, ["title": .string("day")])
    return NotebookChart(
      "Cash of \(quoted(plan.plan)) over the baseline's", file: "daily.csv",
      fields: [
        NotebookChart.Field("day", "day"), field("", "mean"), field(" low", "low"),
        field(" high", "high"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [
        NotebookChart.Layer(
          "area", ["opacity": .number(0.2)],
          [
            day,
            NotebookChart.Encoding(
              "y", "low", .quantitative,
              ["title": .string("\(currency.code), 95 of 100 markets in the band")]),
            NotebookChart.Encoding("y2", "high", nil),
          ]),
        NotebookChart.Layer(
          "line", [:], [day, NotebookChart.Encoding("y", "mean", .quantitative)]),
        NotebookChart.Layer(
          "rule", [:], [NotebookChart.Encoding("y", value: ["datum": .number(0)])]),
      ])
  }

  /// Shares of people by what a plan does to them, a bar a segment and outcome.
  func peopleNotebook(_ plan: Standing) -> NotebookChart {
    NotebookChart(
      "Who buys because of \(quoted(plan.plan))", file: "segments.csv",
      fields: [
        NotebookChart.Field("segment", "segment"), NotebookChart.Field("persuaded", "won over"),
        NotebookChart.Field("would have bought anyway", "anyway"),
        NotebookChart.Field("put off", "put off"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [
        ("won over", Palette.Tone.gain, 10), ("anyway", .quiet, 0), ("put off", .loss, -10),
      ].map { name, tone, offset in
        NotebookChart.Layer(
          "bar",
          ["color": .string(Palette.hex(tone)), "height": .number(9), "yOffset": .number(offset)],
          [
            NotebookChart.Encoding("y", "segment", .nominal, ["title": .null]),
            NotebookChart.Encoding(
              "x", name, .quantitative,
              ["title": .string("people: won over, would have bought anyway, put off")]),
          ])
      })
  }
}

extension RunResult {
  func cohortNotebook(_ plan: Standing) -> NotebookChart {
    NotebookChart(
      "Customers who order in a month, by the month they came in: \(quoted(plan.plan))",
      file: "cohorts.csv",
      fields: [
        NotebookChart.Field("month of acquisition", "month"),
        NotebookChart.Field("age (months of 30 days)", "age"),
        NotebookChart.Field("retention (share)", "retention"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [
        NotebookChart.Layer(
          "rect", [:],
          [
            NotebookChart.Encoding(
              "x", "age", .ordinal, ["title": .string("age in months of 30 days")]),
            NotebookChart.Encoding("y", "month", .ordinal, ["title": .null]),
            NotebookChart.Encoding("color", "retention", .quantitative),
          ])
      ])
  }

  func sourcesNotebook(_ plan: Standing) -> NotebookChart {
    NotebookChart(
      "Where the customers of \(quoted(plan.plan)) come from", file: "channels.csv",
      fields: [
        NotebookChart.Field("source", "source"), NotebookChart.Field("acquired", "acquired"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [
        NotebookChart.Layer(
          "bar", [:],
          [
            NotebookChart.Encoding(
              "y", "source", .nominal, ["sort": .string("-x"), "title": .null]),
            NotebookChart.Encoding(
              "x", "acquired", .quantitative, ["title": .string("new customers")]),
          ])
      ])
  }

  func nextNotebook(_ plan: Standing) -> NotebookChart {
    let unit = " (\(currency.code))"
    func layer(_ mark: String, _ field: String) -> NotebookChart.Layer {
      NotebookChart.Layer(
        mark, ["size": .number(90)],
        [
          NotebookChart.Encoding("y", "source", .nominal, ["title": .null]),
          NotebookChart.Encoding(
            "x", field, .quantitative,
            ["title": .string("a customer costs\(unit): circles the next one, squares on average")]),
        ])
    }
    return NotebookChart(
      "What one more customer costs under \(quoted(plan.plan))", file: "channels.csv",
      fields: [
        NotebookChart.Field("source", "source"),
        NotebookChart.Field("marginal CPA" + unit, "next"),
        NotebookChart.Field("blended CPA" + unit, "average"),
      ],
      kept: ("plan", written([plan.plan])),
      layers: [layer("circle", "next"), layer("square", "average")])
  }
}
