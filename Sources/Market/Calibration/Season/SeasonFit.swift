public import Documents
internal import RealModule
internal import Statistics

/// How repeat purchases differ by month and by day of the week from what the law expects of each day.
///
/// Purchases of a day are taken as Poisson around the law's expectation times a factor of the month and one of the
/// weekday; the factors by maximum likelihood, one kind given the other in turns. How much more than Poisson weeks
/// or months scatter widens the errors (McCullagh and Nelder 1989, "Generalized linear models", section 4.5), and each kind of
/// factors is shrunk towards 100% by how much of its spread is more than error (empirical Bayes, as in Morris 1983,
/// "Parametric empirical Bayes inference", Journal of the American Statistical Association 78, 47–55).
public struct SeasonFit: Sendable, Equatable {
  /// One month's or weekday's purchases against those of the average one.
  public struct Factor: Sendable, Equatable {
    /// As the log has it; nil where the law expects nothing.
    public let raw: Double?
    /// Of the logarithm, before shrinking.
    public let standardError: Double?
    /// After shrinking, the average of its kind being 1.
    public let value: Double
  }

  /// From Monday on; empty with fewer than eight weeks.
  public let weekdays: [Factor]
  /// From January on; empty where some month is not in the log: then a month cannot be told from a trend.
  public let months: [Factor]
  /// Whether every month was seen in one year only, so that a season may as well be a chance of that year.
  public let isOneYear: Bool
  /// What an average day of the year has of what the law expects: not 1 where the log has more of some months than
  /// of others, since the law was fitted to these.
  public let level: Double
  /// Variance of weeks or months over that of Poisson counts, at least 1.
  public let dispersion: Double

  /// - Parameters:
  ///   - start: The first day.
  ///   - actual: Repeat purchases by day from the start on.
  ///   - expected: What the law expects of each of these days.
  init(from start: CalendarDate, actual: [Double], expected: [Double]) {
    let days = Days(start: start, actual: actual, expected: expected)
    let seen = Set(days.month)
    let hasMonths = seen.count == 12 && actual.count >= 360
    let hasWeekdays = actual.count >= 56
    let (byMonth, byWeekday) = days.groups(months: hasMonths, weekdays: hasWeekdays)
    let dispersion = days.dispersion(byMonth, byWeekday)
    self.dispersion = dispersion
    let none = (factors: [Factor](), level: 1.0)
    let monthly =
      hasMonths ? Self.shrunk(byMonth, dispersion) : none
    let daily =
      hasWeekdays ? Self.shrunk(byWeekday, dispersion) : none
    months = monthly.factors
    weekdays = daily.factors
    level = monthly.level * daily.level
    isOneYear = actual.count < 2 * 360
  }

  /// The factor of a day, the average being 1.
  public func factor(on day: CalendarDate) -> Double {
    (months.isEmpty ? 1 : months[day.parts.month - 1].value)
      * (weekdays.isEmpty ? 1 : weekdays[day.weekday].value)
  }

  /// Whether months differ by more than error.
  public var hasMonths: Bool { months.contains { $0.value != 1 } }
  /// Whether days of the week differ by more than error.
  public var hasWeekdays: Bool { weekdays.contains { $0.value != 1 } }

  /// Factors drawn towards their mean, on the scale of logarithms.
  private static func shrunk(
    _ groups: [Group], _ dispersion: Double
  ) -> (factors: [Factor], level: Double) {
    let known = groups.map { $0.logarithm(dispersion) }
    var (mean, spread) = Self.spread(known.compactMap(\.self))
    if !isShown(groups, dispersion) { spread = 0 }
    let drawn = known.map { known -> Double in
      guard let known, spread > 0 else { return 0 }
      return (known.value - mean) * spread / (spread + known.variance)
    }
    let average = drawn.reduce(0) { $0 + .exp($1) } / Double(drawn.count)
    let factors = zip(groups, drawn).map { group, drawn in
      Factor(
        raw: group.ratio, standardError: group.logarithm(dispersion)?.variance.squareRoot(),
        value: spread > 0 ? Double.exp(drawn) / average : 1)
    }
    return (factors, spread > 0 ? Double.exp(mean) * average : 1)
  }

  /// Whether groups differ by more than chance.
  ///
  /// Pearson's χ² of their purchases, over the scatter that weeks and months have anyway. Spread beyond errors comes out above 0 four times in ten where there is none.
  private static func isShown(_ groups: [Group], _ dispersion: Double) -> Bool {
    let groups = groups.filter { $0.expected > 0 }
    let expected = groups.reduce(0) { $0 + $1.expected }
    guard groups.count > 1, expected > 0 else { return false }
    let level = groups.reduce(0) { $0 + $1.actual } / expected
    let sum = groups.reduce(0) { sum, group in
      let mean = level * group.expected
      return mean > 0 ? sum + (group.actual - mean) * (group.actual - mean) / mean : sum
    }
    let law = ChiSquared(uncheckedDegreesOfFreedom: Double(groups.count - 1))
    return law.upperTail(sum / dispersion) < Self.mostByChance
  }

  /// Of logs without a season, one in twenty shows one of the two kinds.
  private static let mostByChance = 0.025

  /// What logarithms scatter around, and their variance beyond errors by Hedges' moments (1983), "A random effects
  /// model for effect sizes", Psychological Bulletin 93, 388–395.
  ///
  /// A closed day has a large error: weights by precision would take no notice of it.
  private static func spread(
    _ known: [(value: Double, variance: Double)]
  ) -> (mean: Double, variance: Double) {
    guard known.count > 1 else { return (0, 0) }
    let errors = known.reduce(0) { $0 + $1.variance } / Double(known.count)
    let variance = max(0, (Moments(known.map(\.value)).variance ?? 0) - errors)
    let weights = known.map { 1 / ($0.variance + variance) }
    let sum = zip(known, weights).reduce(0) { $0 + $1.0.value * $1.1 }
    return (sum / weights.reduce(0, +), variance)
  }
}

/// The days of one month or weekday: what was bought on them, and what the law expects with the other factors.
private struct Group {
  let actual: Double
  let expected: Double

  /// nil where nothing is expected.
  var ratio: Double? { expected > 0 ? actual / expected : nil }

  /// With half a purchase more, so that days on which nobody ever buys have one too (Anscombe 1956).
  func logarithm(_ dispersion: Double) -> (value: Double, variance: Double)? {
    expected > 0
      ? (.log((actual + 0.5) / expected), dispersion / (actual + 0.5)) : nil
  }
}

/// Days with what was bought on them and what was expected.
private struct Days {
  let actual: [Double]
  let expected: [Double]
  let month: [Int]
  let weekday: [Int]

  init(start: CalendarDate, actual: [Double], expected: [Double]) {
    self.actual = actual
    self.expected = expected
    month = actual.indices.map { (start + $0).parts.month - 1 }
    weekday = actual.indices.map { (start + $0).weekday }
  }

  /// Months and weekdays with what is expected given the other kind; with no groups of a kind that is not wanted.
  func groups(months: Bool, weekdays: Bool) -> (months: [Group], weekdays: [Group]) {
    var (byMonth, byWeekday): ([Group], [Group]) = ([], [])
    // Weekdays are spread evenly over months, so that a few turns settle both.
    for _ in 0..<20 {
      if months { byMonth = groups(of: month, 12, other: factors(byWeekday, weekday)) }
      if weekdays { byWeekday = groups(of: weekday, 7, other: factors(byMonth, month)) }
    }
    return (byMonth, byWeekday)
  }

  private func groups(of days: [Int], _ count: Int, other: [Double]) -> [Group] {
    var (actual, expected) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    for (day, group) in days.enumerated() {
      actual[group] += self.actual[day]
      expected[group] += self.expected[day] * other[day]
    }
    return zip(actual, expected).map { Group(actual: $0, expected: $1) }
  }

  /// The factor of each day's group.
  private func factors(_ groups: [Group], _ days: [Int]) -> [Double] {
    groups.isEmpty ? days.map { _ in 1 } : days.map { groups[$0].ratio ?? 1 }
  }

  /// Pearson's χ² over its degrees of freedom: of whole weeks, or of months where these scatter more from year to
  /// year, as they do where customers change in other ways than the law has it.
  func dispersion(_ byMonth: [Group], _ byWeekday: [Group]) -> Double {
    let (monthly, daily) = (factors(byMonth, month), factors(byWeekday, weekday))
    let mean = actual.indices.map { expected[$0] * monthly[$0] * daily[$0] }
    let months = Set(month).count
    let weeks = (0..<actual.count / 7).map { ($0 * 7)..<($0 * 7 + 7) }
    let starts = month.indices.filter { $0 == 0 || month[$0] != month[$0 - 1] }
    let wholeMonths = zip(starts, starts.dropFirst() + [month.count]).map { $0..<$1 }
    return max(
      1, scatter(around: mean, in: weeks, estimated: months),
      scatter(around: mean, in: wholeMonths, estimated: months))
  }

  /// 1 where stretches are too few to tell.
  private func scatter(around mean: [Double], in stretches: [Range<Int>], estimated: Int) -> Double
  {
    let misses = stretches.compactMap { days -> Double? in
      let expected = days.reduce(0) { $0 + mean[$1] }
      let miss = days.reduce(0) { $0 + actual[$1] } - expected
      // Where next to nothing is expected nothing is learnt of how others scatter.
      return expected > 0.5 ? miss * miss / expected : nil
    }
    let freedom = misses.count - estimated
    return freedom < 3 ? 1 : misses.reduce(0, +) / Double(freedom)
  }
}
