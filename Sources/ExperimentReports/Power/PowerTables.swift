import Documents
import Experiments
import Takeaways

extension PowerResult {
  private static let plain = Currency(code: "")

  /// What the plan rests on, a line each.
  var assumptionsTable: Table {
    var table = Table(Self.plain, columns: [Column("what it rests on"), Column("figure")])
    func add(_ name: String, _ value: String) { table.append([.text(name), .text(value)]) }
    switch analysis.baseline {
    case .mean(let mean, let deviation):
      add("mean today", Decimals.significant(mean, 4) + source.unit)
      add(
        "standard deviation between people", Decimals.significant(deviation, 4) + source.unit)
    case .rate(let rate):
      add("rate today", Readable.share(rate, decimals: rate < 0.1 ? 2 : 1))
    }
    if analysis.explained > 0 {
      add("variance that covariates explain", Readable.share(analysis.explained))
    }
    if let clustering = analysis.clustering {
      add("people in a cluster", Decimals.significant(clustering.meanSize, 3))
      add(
        "correlation within clusters", Decimals.significant(clustering.intraclassCorrelation, 3))
      add("design effect of clusters", Readable.number(clustering.designEffect, decimals: 2))
    }
    if let looks = analysis.looks, let factor = try? looks.inflation(power: aim) {
      add("looks while it runs", Readable.count(looks.count))
      add("people needed for looking, times", Readable.number(factor, decimals: 3))
    }
    add(
      "effect",
      "\(Decimals.significant(effect, 4))\(source.unit)\(lift.map { " (\(Self.percent($0)))" } ?? "")"
    )
    add(
      "chance to \(verb) it" + (assurance.possibilities.count > 1 ? ", on average" : ""),
      Readable.share(power))
    let sides = analysis.isTwoSided ? "both directions" : "one direction"
    add(
      analysis.goal == .difference
        ? "chance of a finding without an effect" : "chance of a finding at the margin",
      "\(Readable.share(analysis.alpha)), \(sides)")
    add("people in all", Readable.count(groups.total))
    if let daily, let days {
      add("people a day", Readable.number(daily, decimals: daily < 10 ? 1 : 0))
      add("days", Readable.count(days))
    }
    return table
  }

  /// What other sizes would show, for a terminal.
  var sizesTable: Table { curveTable(PowerCurve(self, multiples: PowerCurve.few)) }

  /// The same, as many points as a chart needs.
  func curveTable(_ curve: PowerCurve) -> Table {
    var columns = ["people in control", "people in each other arm", "people in all"]
      .map { Column($0) }
    if daily != nil { columns.append(Column("days")) }
    columns += [
      Column("chance to \(verb) \(effectWords)", unit: "share"),
      Column(
        "smallest \(analysis.goal == .difference ? "effect found" : "margin shown") in \(Readable.share(aim, decimals: 0))"
      ),
      Column("as lift", unit: "share"),
    ]
    var table = Table(Self.plain, columns: columns)
    for point in curve.points {
      let groups = point.groups
      var row = [groups.control, groups.other, groups.total].map { Cell.count(Double($0)) }
      if daily != nil { row.append(point.days.map { .count(Double($0)) } ?? .empty) }
      row += [
        point.power.map { .share($0) } ?? .empty,
        point.effect.map { Cell(significant: $0, digits: 4) } ?? .empty,
        point.effect.flatMap { Self.lift($0, analysis) }.map { .share($0) } ?? .empty,
      ]
      table.append(row)
    }
    return table
  }

  /// Effects are found, margins shown.
  var verb: String { analysis.goal == .difference ? "find" : "show" }

  /// The effect, as its lift where it has one.
  var effectWords: String {
    guard analysis.goal == .difference else { return marginWords }
    guard let lift else { return "an effect of \(Decimals.significant(effect, 4))" }
    let share = Self.percent(lift.magnitude)
    let begins = ["11", "18"].contains(share.prefix { $0.isNumber }) || share.hasPrefix("8")
    return "\(begins ? "an" : "a") \(share) \(lift < 0 ? "fall" : "lift")"
  }

  /// What is shown of an arm, such as `that an arm is less than 2% worse`.
  private var marginWords: String {
    let size = lift.map { Self.percent($0.magnitude) } ?? Decimals.significant(effect.magnitude, 4)
    return analysis.goal == .equivalence
      ? "that an arm is within ±\(size) of the control" : "that an arm is less than \(size) worse"
  }

  /// Such as 5%, 12.5% or 0.52%.
  static func percent(_ share: Double) -> String {
    let digits = max(2, Decimals.places(100 * share, digits: 3))
    return "\(share < 0 ? "−" : "")\(Decimals.trimmed(100 * share.magnitude, min(digits, 6)))%"
  }

  /// Power by size and the detectable effect by duration, each a file and a sheet.
  var namedTables: [NamedTable] {
    let curve = PowerCurve(self, multiples: PowerCurve.many)
    var power = Table(
      Self.plain,
      columns: [
        Column("people in control"), Column("people in each other arm"), Column("people in all"),
        Column("effect"), Column("lift", unit: "share"), Column("power", unit: "share"),
      ])
    var effects = Table(
      Self.plain,
      columns: [
        Column("days"), Column("people in control"), Column("people in all"),
        Column("power", unit: "share"), Column("detectable effect"),
        Column("detectable lift", unit: "share"),
      ])
    func share(_ value: Double?) -> Cell { value.map { .share($0) } ?? .empty }
    for point in curve.points {
      let (control, total) = (Double(point.groups.control), Double(point.groups.total))
      power.append([
        .count(control), .count(Double(point.groups.other)), .count(total),
        Cell(significant: effect, digits: 8), share(lift), share(point.power),
      ])
      effects.append([
        point.days.map { .count(Double($0)) } ?? .empty, .count(control), .count(total),
        share(aim), point.effect.map { Cell(significant: $0, digits: 8) } ?? .empty,
        share(point.effect.flatMap { Self.lift($0, analysis) }),
      ])
    }
    return [
      NamedTable("power-by-size.csv", "Power by size", power),
      NamedTable("effect-by-duration.csv", "Effect by duration", effects),
    ]
  }
}
