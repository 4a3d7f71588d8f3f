import Market
public import Statistics

/// What became of a plan at each value of its levers.
public struct SweepResult: Sendable {
  public let sweep: Sweep
  /// All points against the baseline; plan k + 1 is point k.
  public let comparison: Comparison
  /// By point, what the objective falls short of the best point's, twin by twin.
  public let losses: [Loss]
  /// The point with the highest mean of the objective.
  public let best: Int
  /// Points that are as good as the best, in order: with one lever those next to it without a gap.
  ///
  /// They never lie on both sides of the baseline: a precision that would call such points as good is not
  /// followed, and what was played decides.
  public let flat: [Int]
  /// Whether the precision that was asked for is coarser than what decides about the plan.
  public let isCoarse: Bool
  /// What can be said of the levers.
  public let role: LeverRole
  /// The precision that was asked for; nil where none was.
  public let precision: Double?
  /// With one lever, by point after the first, what profit gains for each unit spent more than at the
  /// point before; empty with two levers.
  public let marginalReturns: [ExtraRatio]

  /// The mean of what is lost, and the interval of the computation's own error.
  public struct Loss: Sendable {
    public let mean: Double
    public let precision: Interval?
  }

  init(_ sweep: Sweep, _ summary: ScenarioSummary) {
    self.sweep = sweep
    let comparison = Comparison(summary)
    self.comparison = comparison
    let objective = ObjectiveDifferences(summary)
    let levels = Array(objective.levels.dropFirst())
    let means = levels.map { Moments($0).mean }
    let best = means.indices.max { means[$0] < means[$1] } ?? 0
    self.best = best
    let losses = levels.map { level -> Loss in
      let lost = zip(levels[best], level).map { $0 - $1 }
      let moments = Moments(objective.design.independentMeans(lost))
      return Loss(mean: moments.mean, precision: moments.interval(confidence: 0.95))
    }
    self.losses = losses
    precision = summary.scenario.stopping.precision
    let isOneLever = sweep.grid.levers.count == 1
    func flat(_ precision: Double?) -> [Int] {
      func isFlat(_ point: Int) -> Bool {
        if let precision { return losses[point].mean <= precision }
        // Not to be told from the best by what was played.
        return losses[point].precision.map { $0.low <= 0 } ?? (losses[point].mean <= 0)
      }
      guard isOneLever else { return losses.indices.filter { $0 == best || isFlat($0) } }
      let below = stride(from: best - 1, through: 0, by: -1).prefix { isFlat($0) }
      let above = ((best + 1)..<max(best + 1, losses.count)).prefix { isFlat($0) }
      return below.reversed() + [best] + above
    }
    let asked = flat(precision)
    let signs = Set(asked.compactMap { comparison.isKnownBetter($0 + 1) })
    isCoarse = precision != nil && signs.count > 1
    self.flat = isCoarse ? flat(nil) : asked
    role = LeverRole(sweep.grid, summary, comparison.reader)
    if isOneLever {
      let reader = comparison.reader
      let tables = summary.plans.dropFirst().map(\.figures)
      marginalReturns = zip(tables, tables.dropFirst()).map { before, after in
        func change(_ figures: [Figure]) -> [Double] {
          zip(reader.totals(figures, after), reader.totals(figures, before)).map { $0 - $1 }
        }
        return .gain(
          change([.contribution, .afterwards]), per: change(Measure.spending), reader)
      }
    } else {
      marginalReturns = []
    }
  }

  /// How a point differs from the baseline.
  public func difference(_ point: Int) -> PlanDifference? {
    comparison.plans[point + 1].difference
  }

  /// Whether a point is better than the baseline or worse; nil where the computation does not tell.
  public func isKnownBetter(_ point: Int) -> Bool? { comparison.isKnownBetter(point + 1) }

  /// With one lever, the pairs of points between which the plan turns from better than the baseline to worse or
  /// back, as far as that is known.
  public var turns: [(better: Int, worse: Int)] {
    guard sweep.grid.levers.count == 1 else { return [] }
    var turns: [(better: Int, worse: Int)] = []
    var last: (point: Int, isBetter: Bool)?
    for point in losses.indices {
      guard let isBetter = isKnownBetter(point) else { continue }
      if let last, last.isBetter != isBetter {
        turns.append(isBetter ? (point, last.point) : (last.point, point))
      }
      last = (point, isBetter)
    }
    return turns
  }
}

extension Comparison {
  /// Whether a plan is better than the baseline or worse; nil where the computation does not tell.
  fileprivate func isKnownBetter(_ plan: Int) -> Bool? {
    guard let known = plans[plan].difference?.objective.estimate.precision,
      known.low > 0 || known.high < 0
    else { return nil }
    return known.low > 0
  }
}
