public import Market
import Statistics

/// A ratio of two differences with the baseline, twin by twin: what one more costs, what one more brings.
///
/// The signs of the differences come first: a plan that wins nobody more has no cost per customer won, and one
/// that spends less has no return on what it spends.
public struct ExtraRatio: Sendable {
  /// The plan minus the baseline, above the line and below it.
  public let above: Estimate
  public let below: Estimate
  public let reading: Reading
  private let differences: Differences

  public enum Reading: Sendable, Equatable {
    /// 95 of 100 markets lie between two ends: the estimate's prediction.
    case between(Estimate)
    /// In 95 of 100 markets it is at least so much, or nothing is gained at all: there is no upper end.
    case atLeast(Double, Estimate)
    /// Whether anything is gained, or spent, is too open for an interval; the estimate has no prediction.
    case open(Estimate)
    /// The plan spends less than the baseline.
    case saves
    /// Why there is none.
    case none(String)
  }

  /// The ratio as a column shows it, an end that is not there being infinite; none where the plan saves.
  public var estimated: Estimated {
    switch reading {
    case .between(let estimate), .open(let estimate):
      return .estimate(estimate)
    case .atLeast(let end, var estimate):
      estimate.prediction = Interval(low: end, high: .infinity)
      return .estimate(estimate)
    case .saves: return .none("saves")
    case .none(let reason): return .none(reason)
    }
  }

  /// The law of what is above the line, less so much for each below it: whether a bound is kept.
  ///
  /// It lies on both sides of 0 where the bound belongs to the set of the ratio.
  func excess(over limit: Double) -> Prediction? {
    differences.reader.design.prediction(
      of: zip(differences.above, differences.below).map { $0 - limit * $1 })
  }

  /// The law of what is above the line: of a cost, how much more is spent.
  var spending: Prediction? { differences.reader.design.prediction(of: differences.above) }

  /// What one more customer costs: contacts, channels' fixed costs and first-order rewards, and whom they win
  /// within the horizon and after it.
  static func perCustomer(
    _ plan: [FigureTable], from baseline: [FigureTable], _ reader: MeasureReader
  ) -> ExtraRatio {
    func change(_ figures: [Figure]) -> [Double] {
      zip(reader.totals(figures, plan), reader.totals(figures, baseline)).map { $0 - $1 }
    }
    return .cost(
      change(Measure.allWinningCost), per: change(Measure.allWon), reader, none: "wins nobody more")
  }

  /// What one more of something costs, from the cost and the gain of each replication.
  ///
  /// `none` is to be said where nothing is gained.
  static func cost(
    _ cost: [Double], per gained: [Double], _ reader: MeasureReader, none: String
  ) -> ExtraRatio {
    ExtraRatio(Differences(above: cost, below: gained, reader: reader)) { cost, gained, ratio in
      guard gained.value > 0 else { return .none(none) }
      return cost.value < 0 ? .saves : ratio()
    }
  }

  /// What one more unit of cost brings, from the gain and the cost of each replication.
  static func gain(
    _ gained: [Double], per cost: [Double], _ reader: MeasureReader
  ) -> ExtraRatio {
    ExtraRatio(Differences(above: gained, below: cost, reader: reader)) { gain, spent, ratio in
      guard cost.contains(where: { $0 != 0 }) else {
        return .none("spends what the baseline spends")
      }
      // The sign of the mean has to be known, else the ratio could be of either.
      if let known = spent.precision, known.contains(0) {
        return .none(Self.spendingIsUnclear)
      }
      guard spent.value > 0 else {
        return gain.value >= 0 ? .saves : .none("spends less and loses by it")
      }
      // An end on one side is for costs, which are above 0: a return may be either.
      if case .atLeast(_, let estimate) = ratio() { return .open(estimate) }
      return ratio()
    }
  }

  /// Why there is no return where the sign of what is spent is not known.
  public static let spendingIsUnclear = "whether it spends more is not clear"

  /// Replication by replication.
  private struct Differences: Sendable {
    let above: [Double]
    let below: [Double]
    let reader: MeasureReader

    /// Of a ratio whose means have the signs it is to have.
    var reading: Reading {
      guard case .estimate(let estimate) = reader.ratio(above, per: below) else {
        return .none("nothing to divide by")
      }
      guard let ratio = RatioPrediction(above, per: below, reader.design) else {
        return .open(estimate)
      }
      switch ratio.prediction {
      case .bounded:
        return .between(estimate)
      case .atLeast(let end):
        return .atLeast(end, estimate)
      // The set goes on through infinity: below 0 are the markets in which nothing is gained.
      case .outside(let gap) where gap.low <= 0 && gap.high >= 0 && ratio.value >= gap.high:
        return .atLeast(gap.high, estimate)
      case .outside, .atMost, .everything:
        return .open(estimate)
      }
    }
  }

  private init(
    _ differences: Differences, _ read: (Estimate, Estimate, () -> Reading) -> Reading
  ) {
    self.differences = differences
    above = differences.reader.mean(differences.above)
    below = differences.reader.mean(differences.below)
    reading = read(above, below) { differences.reading }
  }
}
