@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// Rows of a switchback through the whole analysis.
@Suite struct SwitchbackAnalysisTests {
  private struct City: Equatable {
    var cities = 8
    var hours = 12
    var rows = 3
    var carryOver = 0.0
    var effect = 0.5
    /// Whether all cities have one arm in an hour.
    var isTogether = false
  }

  /// Cities and hours that differ, rows in the order of time.
  private func rows(_ city: City, replication: Int = 0) -> UnitTable {
    var stream = Draws(seed: 21, replication: replication).stream(
      Individual(family: 0, index: 0), Purpose("switchback"))
    let levels = (0..<city.cities).map { _ in 3 * stream.normal() }
    // What the hours of a city have in common beyond its level, so that its cells are no independent ones.
    var drift = levels.map { _ in 0.0 }
    var values: [[Double]] = []
    var codes = (arm: [Int32](), place: [Int32](), window: [Int32]())
    for hour in 0..<city.hours {
      let moment = stream.normal()
      let all: Int32 = stream.uniform() < 0.5 ? 1 : 0
      for place in 0..<city.cities {
        drift[place] = 0.5 * drift[place] + stream.normal()
        let own: Int32 = stream.uniform() < 0.5 ? 1 : 0
        let arm = city.isTogether ? all : own
        for row in 0..<city.rows {
          values.append([
            20 + levels[place] + moment + 0.3 * drift[place] + city.effect * Double(arm)
              + (row == 0 ? city.carryOver : 0) + 0.5 * stream.normal(),
            1 + (3 * stream.uniform()).rounded(.down), stream.uniform() < 0.3 ? 1 : 0,
          ])
          codes.arm.append(arm)
          codes.place.append(Int32(place))
          codes.window.append(Int32(hour))
        }
      }
    }
    func names(_ count: Int) -> [String] { (0..<count).map { "\($0)" } }
    return UnitTable(
      columns: ["wait", "orders", "late"], values: Matrix(values),
      arm: Labels(names: ["A", "B"], codes: codes.arm),
      groups: [
        .cluster: Labels(names: names(city.cities), codes: codes.place),
        .stratum: Labels(names: names(city.hours), codes: codes.window),
      ])
  }

  private func result(
    _ table: UnitTable, _ metrics: String..., burnIn: Int? = nil
  ) async throws -> AnalysisResult {
    var plan = AnalysisPlan(arm: "arm", metrics: try metrics.map { try MetricSpecification($0) })
    plan.switchback = SwitchbackColumns(place: "city", window: "hour")
    plan.burnIn = burnIn
    return try await Analysis(plan).run(table)
  }

  /// Constants written out as columns, and the jackknife by leaving every city out and fitting anew.
  @Test func effectsAreThoseOfTwoWayConstants() async throws {
    let table = rows(City(carryOver: 9))
    let found = try await result(table, "wait", "wait/orders", burnIn: 1)
    let effect = try #require(found.effects.first?.effect)
    #expect(found.effects.first?.method == "fixed effects of place and window, CR3")
    #expect(effect.degreesOfFreedom == 7)

    let cells = try SwitchbackCells(table, found.plan).table
    let (place, window) = (
      try #require(cells.groups[.cluster]), try #require(cells.groups[.stratum])
    )
    func fit(without city: Int32?) throws -> LeastSquares {
      let kept = (0..<cells.units).filter { place.codes[$0] != city }
      return try LeastSquares(
        design: Matrix(
          kept.map { row in
            [Double(cells.arm.codes[row]), 1]
              + (1..<place.count).filter { Int32($0) != city }.map {
                Int(place.codes[row]) == $0 ? 1 : 0
              } + (1..<window.count).map { Int(window.codes[row]) == $0 ? 1 : 0 }
          }), outcomes: Matrix(kept.map { [cells.values[$0, 0]] }))
    }
    let whole = try fit(without: nil)
    #expect(agrees(effect.estimate, whole.coefficients[0, 0], relative: 1e-9))
    let changes = try (0..<place.count).map {
      try fit(without: Int32($0)).coefficients[0, 0] - whole.coefficients[0, 0]
    }
    let (n, g) = (Double(cells.units), Double(place.count))
    let coefficients = Double(window.count + 1)
    let variance =
      changes.reduce(0) { $0 + $1 * $1 } * g / (g - 1) * (n - 1) / (n - coefficients)
    #expect(agrees(effect.standardError, variance.squareRoot(), relative: 1e-8))
    #expect(found.switchback?.cells == 96 && found.switchback?.rowsDropped == 96)
    #expect(found.switchback?.comparison == .withinBoth)
    #expect(found.effects.count == 2)
  }

  /// 200 experiments with fixed seeds: 95 % intervals should hold the effect in 183 to 198 of them, but for
  /// one seed in a hundred (binomial).
  @Test func intervalsHoldTheEffect() async throws {
    for city in [City(cities: 12, hours: 10, rows: 2), City(cities: 2, hours: 30, rows: 2)] {
      var (held, refused) = (0, 0)
      for replication in 0..<200 {
        let found = try await result(rows(city, replication: replication), "wait")
        // Two cities may differ the same way in all windows but one, which cannot be left out then.
        guard let interval = found.effects.first?.interval else {
          refused += 1
          continue
        }
        if interval.low <= city.effect, interval.high >= city.effect { held += 1 }
      }
      #expect(held >= 183 && held <= 198, "\(held) with \(city.cities) cities")
      #expect(refused <= (city.cities == 2 ? 2 : 0))
    }
  }

  @Test func sharesAreMeansOfCells() async throws {
    let table = rows(City())
    let found = try await result(table, "late:proportion")
    #expect(found.plan.metrics.first?.isShare == true)
    #expect((0.1...0.5).contains(try #require(found.effects.first).controlValue))
  }

  @Test func whereAllSwitchAtOnceWindowsAreCompared() async throws {
    let found = try await result(rows(City(isTogether: true)), "wait")
    #expect(found.switchback?.comparison == .betweenWindows)
    #expect(found.split.countsClusters)
    #expect(found.split.arms.map(\.units).reduce(0, +) == 12)
    let one = try await result(rows(City(cities: 1, hours: 30)), "wait")
    #expect(one.switchback?.comparison == .onePlace)
    #expect(one.effects.first?.method == "Welch")
    let two = try await result(rows(City(cities: 2, hours: 40)), "wait")
    #expect(two.switchback?.comparison == .twoPlaces)
    #expect(two.switchback?.windowsLeftOut ?? 0 > 0)
  }

  /// Two cities that never switch: their constants are the arms.
  @Test func citiesThatNeverSwitchSayNothing() async throws {
    let table = rows(City(cities: 4))
    let fixed = UnitTable(
      columns: table.columns, values: table.values,
      arm: Labels(
        names: ["A", "B"], codes: (table.groups[.cluster]?.codes ?? []).map { $0 % 2 }),
      groups: table.groups)
    let found = try await result(fixed, "wait")
    #expect(found.effects.isEmpty)
    #expect(
      found.notEstimable.first?.reason
        == "places and windows together tell who is in arm B, so that"
        + " its effect cannot be told from theirs")
  }

  @Test(arguments: [
    "cluster", "stratum", "day", "segment", "unit", "sequential", "looks", "planned-units", "se",
    "adjust", "estimand", "metric",
  ])
  func whatMakesNoSenseIsRefused(key: String) throws {
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("wait")])
    plan.switchback = SwitchbackColumns(place: "city", window: "hour")
    #expect(plan.problems.isEmpty)
    switch key {
    case "cluster": plan.cluster = "city"
    case "stratum": plan.stratum = "hour"
    case "day": plan.day = "day"
    case "segment": plan.segment = "kind"
    case "unit": plan.unit = "row"
    case "sequential": plan.sequential = .pocock
    case "looks": plan.looks = 3
    case "planned-units": plan.plannedUnits = 100
    case "se": plan.standardError = .hc3
    case "adjust": plan.adjustment = .cuped
    case "estimand": plan.estimand = .population
    default: plan.metrics = [try MetricSpecification("p90(wait)")]
    }
    #expect(plan.problems.map(\.key) == [key])
    #expect(
      plan.problems.first?.reason.hasPrefix("\(key) cannot be together with switchback: ") == true)
  }

  @Test func burnInNeedsASwitchback() throws {
    var plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("wait")])
    plan.burnIn = 2
    #expect(plan.problems.map(\.key) == ["burn-in"])
    plan.switchback = SwitchbackColumns(place: "city", window: "hour")
    plan.burnIn = -1
    #expect(plan.problems.map(\.key) == ["burn-in"])
    for text in ["city", "city,", "a,b,c", "city,city"] {
      #expect(throws: PlanProblem.self) { try SwitchbackColumns(text) }
    }
    #expect(
      try SwitchbackColumns("city , hour") == SwitchbackColumns(place: "city", window: "hour"))
  }
}
