/// The chance of stopping at each look by crossing a bound of Z there, not before.
public struct StoppingChances: Sendable, Equatable {
  /// Of the upper bound, by look.
  public let upper: [Double]
  /// Of the lower bound, by look.
  public let lower: [Double]

  /// - Parameters:
  ///   - looks: Shares of the information, ascending.
  ///   - low: Lower bounds of Z; minus infinity where a look has none.
  ///   - high: Upper bounds of Z.
  ///   - drift: The mean of Z where all the information is in.
  init(looks: [Double], low: [Double], high: [Double], drift: Double) {
    var paths = ScoreDensity(drift: drift)
    var upper: [Double] = []
    var lower: [Double] = []
    for k in looks.indices {
      upper.append(paths.above(high[k], at: looks[k]))
      lower.append(low[k] == -.infinity ? 0 : paths.below(low[k], at: looks[k]))
      guard k + 1 < looks.count else { break }
      paths = paths.continuing(
        to: looks[k], between: low[k], and: high[k], then: looks[k + 1])
    }
    self.upper = upper
    self.lower = lower
  }
}

extension [Double] {
  /// The sum of each element and all before it.
  var runningSums: [Double] {
    var sum = 0.0
    return map { value in
      sum += value
      return sum
    }
  }
}
