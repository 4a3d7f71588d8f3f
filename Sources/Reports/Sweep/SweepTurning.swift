import Documents
import Market
import Planning
import Takeaways

/// The answer to a sweep of what nobody chooses: where the plan turns, and what the scenario takes for it.
extension SweepReport {
  /// Where the plan turns, or what it is at all values.
  var turning: String? {
    guard grid.levers.count == 1 else { return turningOnAGrid }
    let plan = quoted(grid.levers[0].plan)
    let stretches = stretches
    if stretches.count > 1 {
      let words = stretches.enumerated().map { number, stretch in
        number == 0
          ? "\(place(stretch)) \(plan) \(verb(stretch)) on average than \(quoted(baseline))"
          : "\(place(stretch)) it \(verb(stretch))"
      }
      return "\(levers.withCapital): \(words.joined(separator: ", "))."
    }
    let values = "from \(name(0)) to \(name(grid.points.count - 1)) (\(levers))"
    let known = grid.points.indices.compactMap(result.isKnownBetter)
    guard let isBetter = known.first else {
      return "\(plan) and \(quoted(baseline)) cannot be told apart at any value \(values)."
    }
    let compared = "\(plan) \(isBetter ? gains : loses) on average than \(quoted(baseline))"
    return known.count == grid.points.count
      ? "\(compared) at every value \(values)."
      : "\(compared) at \(known.count) of \(grid.points.count) values \(values); at the others"
        + " \(run.playedUnits) do not tell."
  }

  /// Values in a row at which the plan is better than the baseline, or worse, on average over markets.
  struct Stretch {
    let isBetter: Bool
    let first: Int
    var last: Int
  }

  /// Of the one lever, as far as that is known: at values between them it is not, or nothing differs.
  var stretches: [Stretch] {
    var found: [Stretch] = []
    for point in grid.points.indices {
      guard let isBetter = result.isKnownBetter(point) else { continue }
      if let last = found.indices.last, found[last].isBetter == isBetter {
        found[last].last = point
      } else {
        found.append(Stretch(isBetter: isBetter, first: point, last: point))
      }
    }
    return found
  }

  func place(_ stretch: Stretch) -> String {
    if stretch.first == 0 { return "up to \(name(stretch.last))" }
    if stretch.last == grid.points.count - 1 { return "from \(name(stretch.first)) on" }
    return stretch.first == stretch.last
      ? "at \(name(stretch.first))" : "from \(name(stretch.first)) to \(name(stretch.last))"
  }

  func verb(_ stretch: Stretch) -> String { stretch.isBetter ? gains : loses }

  private var turningOnAGrid: String {
    let known = grid.points.indices.compactMap(result.isKnownBetter)
    let better = known.count(where: \.self)
    return
      "At \(better) of \(grid.points.count) points \(quoted(grid.levers[0].plan)) \(gains) on average"
      + " than \(quoted(baseline)), at \(known.count - better) it \(loses)"
      + (known.count == grid.points.count ? "." : "; the others are too close to tell.")
  }

  /// Why no value is called the best.
  var origin: String? {
    if result.role == .price {
      return
        "It is a price only: people do the same at every value, and what is not paid is gained."
    }
    if result.role == .idle {
      return
        "It makes no difference between these values: people do the same, and the same is paid, at each."
    }
    let assumed = zip(grid.levers, grid.assumed).compactMap { lever, range in
      range.map { "\($0.text) for \(quoted(lever.name))" }
    }
    guard !assumed.isEmpty else { return nil }
    return "Nobody chooses it: the scenario assumes \(assumed.joined(separator: " and "))\(within)."
  }

  /// How the plan stands within the scenario's range, where values on both sides of it were tried; empty where it
  /// does not stand alike at all of them.
  private var within: String {
    guard grid.levers.count == 1, let range = grid.assumed[0], range.unit == grid.levers[0].unit
    else { return "" }
    let numbers = grid.points.map { $0.settings[0].number }
    guard let first = numbers.lastIndex(where: { $0 <= range.low.number }),
      let last = numbers.firstIndex(where: { $0 >= range.high.number })
    else { return "" }
    let signs = Set((first...last).map(result.isKnownBetter))
    guard signs.count == 1, let sign = signs.first, let isBetter = sign else { return "" }
    return ", where it \(isBetter ? gains : loses)"
  }

  /// The points within the range the scenario assumes for the one lever; nil where there are none.
  var assumedPoints: ClosedRange<Int>? {
    guard grid.levers.count == 1, let range = grid.assumed[0], range.unit == grid.levers[0].unit
    else { return nil }
    let points = grid.points.indices.filter {
      (range.low.number...range.high.number).contains(grid.points[$0].settings[0].number)
    }
    return points.first.flatMap { first in points.last.map { first...$0 } }
  }

  /// The point a planner starts from: the best, or one in the middle of what is assumed.
  var start: Int {
    if result.role.isChosen { return result.best }
    return assumedPoints.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 0
  }

  /// What a section on the values is about.
  var sectionTitle: String {
    result.role.isChosen ? "How strong should it be?" : "Where does it turn?"
  }
}
