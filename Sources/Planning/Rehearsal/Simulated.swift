public import Statistics
import Experiments

/// A figure found by simulation, and how precisely: shares and means over rehearsals.
///
/// Rehearsals made in the same market share its luck, those of the same draw what is not known: errors are those
/// of totals by market, or by draw.
public struct Simulated: Sendable, Equatable {
  public let value: Double
  /// The 95 % Monte Carlo interval; `nil` below two markets.
  public let interval: Interval?

  /// A mean over rehearsals, those of one market together; Student's t over markets.
  init(mean markets: [[Double]]) {
    let (mean, error) = Self.mean(markets)
    value = mean
    interval = error.map {
      Effect(
        estimate: mean, standardError: $0, degreesOfFreedom: Double(markets.count - 1)
      ).interval()
    }
  }

  /// A share of rehearsals; Wilson's interval for as many independent ones as the markets amount to.
  init(share markets: [[Bool]]) {
    let numbers = markets.map { $0.map { $0 ? 1.0 : 0 } }
    let (share, error) = Self.mean(numbers)
    value = share
    let count = Double(numbers.reduce(0) { $0 + $1.count })
    var independent = Double(markets.count)
    if let error, error > 0 { independent = min(count, share * (1 - share) / (error * error)) }
    interval = try? Proportion(successes: share * independent, trials: independent)
      .wilsonInterval(confidence: 0.95)
  }

  /// The mean over all, and its standard error from the markets' totals as a ratio of means.
  private static func mean(_ markets: [[Double]]) -> (Double, Double?) {
    let count = Double(markets.reduce(0) { $0 + $1.count })
    guard count > 0 else { return (0, nil) }
    let mean = markets.reduce(0) { $0 + $1.reduce(0, +) } / count
    guard markets.count > 1 else { return (mean, nil) }
    let squares = markets.reduce(0) { sum, market in
      let excess = market.reduce(0) { $0 + ($1 - mean) }
      return sum + excess * excess
    }
    let groups = Double(markets.count)
    return (mean, (squares * groups / (groups - 1)).squareRoot() / count)
  }
}
