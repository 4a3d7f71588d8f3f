import Experiments
import RealModule
import Statistics

/// Intervals and p-values of an effect that is looked at again and again.
struct SequentialLooks {
  let rule: SequentialRule
  /// Of one arm against the control.
  let alpha: Double
  /// In the two arms, at the end; nil where the last look is taken for it.
  let plannedUnits: Double?

  /// Where a sequence is tightest unless units are planned, as gbstats has it.
  static let usualUnits = 5_000.0

  struct Look {
    let units: Int
    let effect: Effect
    let interval: Interval
    let pValue: Double
  }

  /// What a sequence is tuned to must not depend on how long one has looked.
  var tunedUnits: Double { plannedUnits ?? Self.usualUnits }

  /// Looks in order, the units of the two arms growing.
  ///
  /// A p-value is the least error rate at which the rule would have stopped by then.
  func looks(_ seen: [(units: Int, effect: Effect)]) throws(NotEstimable) -> [Look] {
    guard let last = seen.last else { return [] }
    let planned = max(plannedUnits ?? 0, Double(last.units))
    switch rule {
    case .asymptotic: return sequence(seen)
    case .obrienFleming: return try grouped(seen, planned, .obrienFleming)
    case .pocock: return try grouped(seen, planned, .pocock)
    }
  }

  /// Never narrower than Welch's interval of one look: the sequence takes errors to be known.
  private func sequence(_ seen: [(units: Int, effect: Effect)]) -> [Look] {
    let sequence = ConfidenceSequence(alpha: alpha, units: tunedUnits)
    var least = 1.0
    return seen.map { look in
      let (own, alone) = (
        sequence.interval(look.effect, units: Double(look.units)),
        look.effect.interval(confidence: 1 - alpha)
      )
      least = min(
        least,
        max(sequence.pValue(look.effect, units: Double(look.units)), look.effect.pValue()))
      return Look(
        units: look.units, effect: look.effect,
        interval: own.width >= alone.width ? own : alone, pValue: least)
    }
  }

  /// Bounds of the normal law, each taken to Student's with the same tail where errors are estimated from few units.
  ///
  /// Jennison and Turnbull, "Group sequential methods with applications to clinical trials", 2000, section 4.4.
  /// One look at the end is then Welch's test.
  private func grouped(
    _ seen: [(units: Int, effect: Effect)], _ planned: Double, _ spending: ErrorSpending
  ) throws(NotEstimable) -> [Look] {
    let seen = Self.apart(seen, planned)
    guard let last = seen.last, Double(last.units) / planned >= 1e-3 else {
      throw NotEstimable(
        "fewer than one in a thousand of the units planned have been seen, which is too early to look"
      )
    }
    let shares = seen.map { Double($0.units) / planned }
    let bounds = try GroupSequentialDesign(
      looks: shares, alpha: alpha, boundary: .spending(spending)
    ).bounds
    var looks: [Look] = []
    for (place, look) in seen.enumerated() {
      // Only the last look's p-value is asked for, and each takes many designs to find.
      let pValue =
        place == seen.count - 1
        ? pValue(seen.map(\.effect.normalStatistic), shares, spending) : .nan
      looks.append(
        Look(
          units: look.units, effect: look.effect,
          interval: Interval(
            center: look.effect.estimate,
            halfWidth: look.effect.studentised(bounds[place]) * look.effect.standardError),
          pValue: pValue))
    }
    return looks
  }

  /// Without looks that add next to nothing to the one before, or to nothing: they have nothing to spend.
  ///
  /// The last stays.
  private static func apart(
    _ seen: [(units: Int, effect: Effect)], _ planned: Double
  ) -> [(units: Int, effect: Effect)] {
    var kept: [(units: Int, effect: Effect)] = []
    for look in seen.reversed() {
      let next = kept.last?.units ?? .max
      let isApart =
        Double(next - look.units) / planned >= 1e-3 && Double(look.units) / planned >= 1e-3
      if next == .max || isApart { kept.append(look) }
    }
    return kept.reversed()
  }

  private func pValue(
    _ statistics: [Double], _ shares: [Double], _ spending: ErrorSpending
  ) -> Double {
    leastErrorRate(steps: 24, most: 0.99) { alpha in
      guard
        let design = try? GroupSequentialDesign(
          looks: shares, alpha: alpha, boundary: .spending(spending))
      else { return false }
      return zip(statistics, design.bounds).contains { $0.magnitude >= $1 }
    }
  }
}

extension Effect {
  /// The normal statistic that lies as far out as this one does in Student's law.
  fileprivate var normalStatistic: Double {
    guard degreesOfFreedom.isFinite else { return statistic }
    let tail = StatisticLaw(degreesOfFreedom: degreesOfFreedom).upperTail(statistic.magnitude)
    let normal = -Double.normalQuantile(max(tail, .leastNormalMagnitude))
    return statistic < 0 ? -normal : normal
  }

  /// The bound in Student's law that has the tail of a normal one.
  func studentised(_ bound: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return bound }
    let tail = Double.normalCDF(-bound)
    // Tails that no double holds bound nothing.
    guard tail > .leastNormalMagnitude else { return .infinity }
    return StatisticLaw(degreesOfFreedom: degreesOfFreedom).quantile(upperTail: tail)
  }
}
