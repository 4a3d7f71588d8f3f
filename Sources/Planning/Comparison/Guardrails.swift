public import Market
import Statistics

/// Whether a plan keeps a guardrail in the market one is about to enter.
public struct GuardrailVerdict: Sendable {
  public enum Verdict: String, Sendable {
    /// All of the prediction is on one side of the bound.
    case kept, broken
    /// The prediction lies on both sides of the bound.
    case cannotSay = "can't say"
  }

  public let guardrail: Guardrail
  /// The figure that is watched: for "CPA" the cost per extra customer.
  public let value: Estimated
  /// `nil` where there is nothing to judge.
  public let verdict: Verdict?
  /// Share of markets in which it is kept.
  public let chanceKept: Double?

  /// The verdict on a plan by its replications, and by what an extra customer costs; none for the baseline.
  init?(
    _ guardrail: Guardrail, _ reader: MeasureReader, _ tables: [FigureTable], cost: ExtraRatio?
  ) {
    let bound = guardrail.bound
    let excess: Prediction?
    self.guardrail = guardrail
    if guardrail.measure == .cpa {
      // The baseline is what others are held against: it is not judged itself.
      value = cost?.estimated ?? .none("the baseline is not judged")
      excess = cost?.excess(over: bound.limit)
    } else {
      guard let measure = guardrail.measure.measure else { return nil }
      value = reader.read(measure, tables)
      excess =
        value.estimate == nil
        ? nil
        : reader.design.prediction(of: reader.excess(of: measure, over: bound.limit, tables))
    }
    let chance = excess.map { bound.chanceKept($0) }
    let verdict = excess.map { bound.verdict($0) }
    guard let cost, guardrail.measure == .cpa else {
      (chanceKept, self.verdict) = (chance, verdict)
      return
    }
    // Whoever comes without more being spent comes within any bound, and so does nobody.
    let unspent = cost.spending.map { Guardrail.Bound.atMost(0).chanceKept($0) } ?? 0
    let spendsMore = (cost.spending?.interval.high ?? cost.above.value) > 0
    chanceKept = chance.map { max($0, unspent) }
    if !spendsMore {
      self.verdict = .kept
    } else if cost.below.value <= 0 {
      // Nobody is won in addition: whatever more is spent is too much.
      self.verdict = cost.above.value > 0 ? .broken : .kept
    } else {
      self.verdict = verdict
    }
  }
}

extension Guardrail.Bound {
  var limit: Double {
    switch self {
    case .atMost(let limit), .atLeast(let limit): limit
    }
  }

  /// From the law of what there is above the limit.
  func chanceKept(_ excess: Prediction) -> Double {
    switch self {
    case .atMost: 1 - excess.chance(above: 0, equal: 0)
    case .atLeast: excess.chance(above: 0, equal: 1)
    }
  }

  /// By the interval of what there is above the limit; what is at the limit keeps it.
  func verdict(_ excess: Prediction) -> GuardrailVerdict.Verdict {
    let interval = excess.interval
    switch self {
    case .atMost: return interval.high <= 0 ? .kept : interval.low > 0 ? .broken : .cannotSay
    case .atLeast: return interval.low >= 0 ? .kept : interval.high < 0 ? .broken : .cannotSay
    }
  }
}
