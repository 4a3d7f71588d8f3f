public import Statistics

/// What a planned experiment would say about one metric, against the truth that it is to find.
public struct RehearsalSummary: Sendable {
  /// The effect on everybody.
  public let truth: Double
  /// The estimates: their mean and spread.
  public let estimates: Moments
  /// The root of the mean squared standard error, to be compared with the spread of the estimates.
  public let standardError: Double
  /// Rehearsals in which the effect was significant, two-sided: the power, or, where the truth is 0, the
  /// rate of false alarms.
  public let significant: Proportion
  /// Rehearsals whose interval at the same level held the truth.
  public let covered: Proportion
  /// Rehearsals after which the worse plan was chosen; none where the truth is 0.
  public let wrong: Proportion
  /// What wrong choices cost on average over all rehearsals, per customer in the metric's unit.
  public let expectedLoss: Double

  /// How the plan is chosen after an experiment.
  public enum Choice: Sendable, Equatable {
    /// The plan with the better mean.
    case betterMean
    /// Plan B where it is significantly better, two-sided, else plan A.
    case significantlyBetter
  }

  /// Mean estimate less truth, such as interference causes.
  public var bias: Double { estimates.mean - truth }

  /// The Monte Carlo error of the bias.
  public var biasStandardError: Double { estimates.standardError ?? .nan }
}

extension Rehearsals {
  /// - Parameters:
  ///   - metric: Which metric.
  ///   - level: Two-sided level of significance.
  ///   - choice: How the plan is chosen.
  ///   - moreIsBetter: Whether the plan with the higher mean is the better one.
  /// - Returns: All rehearsals of one metric together.
  /// - Throws: Where in some rehearsal a plan got fewer than two customers, or nothing varied.
  public func summary(
    of metric: Int, level: Double = 0.05, choice: RehearsalSummary.Choice = .significantlyBetter,
    moreIsBetter: Bool = true
  ) throws(NotEstimable) -> RehearsalSummary {
    precondition(level > 0 && level < 1, "a level lies strictly between 0 and 1")
    let truth = outcomes.truth[metric]
    let sign = moreIsBetter ? 1.0 : -1
    var (estimates, squares) = (Moments(), 0.0)
    var (significant, covered, wrong) = (0.0, 0.0, 0.0)
    for rehearsal in 0..<count {
      let effect = effect(rehearsal, of: metric)
      guard effect.standardError > 0 else {
        throw NotEstimable(
          "In a rehearsal a plan had fewer than two customers, or all of them did the same.")
      }
      estimates.add(effect.estimate)
      squares += effect.standardError * effect.standardError
      let isSignificant = effect.pValue() <= level
      if isSignificant { significant += 1 }
      let miss = Effect(
        estimate: effect.estimate - truth, standardError: effect.standardError,
        degreesOfFreedom: effect.degreesOfFreedom)
      if miss.pValue() > level { covered += 1 }
      let choosesB = sign * effect.estimate > 0 && (choice == .betterMean || isSignificant)
      if truth != 0 && choosesB != (sign * truth > 0) { wrong += 1 }
    }
    let all = Double(count)
    guard let power = try? Proportion(successes: significant, trials: all),
      let coverage = try? Proportion(successes: covered, trials: all),
      let wrongly = try? Proportion(successes: wrong, trials: all)
    else { throw NotEstimable("There is no rehearsal.") }
    return RehearsalSummary(
      truth: truth, estimates: estimates, standardError: (squares / all).squareRoot(),
      significant: power, covered: coverage, wrong: wrongly,
      expectedLoss: truth.magnitude * wrong / all)
  }
}
