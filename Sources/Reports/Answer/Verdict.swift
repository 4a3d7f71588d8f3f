import Market
import Statistics
/// What the comparison comes to.
enum Verdict {
  /// There is nothing to compare with the baseline.
  case alone
  /// The best plan comes to exactly what the baseline comes to.
  case same(Standing)
  /// The best plan is better, whatever the Monte Carlo error.
  case better(Standing)
  /// Every plan is worse, whatever the Monte Carlo error; the nearest.
  case baselineBest(Standing)
  /// The Monte Carlo error leaves open whether the best plan is better.
  case unclear(Standing)

  /// From the plans other than the baseline, the best first.
  init(_ ranked: [Standing]) {
    guard let best = ranked.first else {
      self = .alone
      return
    }
    guard let known = best.known else {
      self = .unclear(best)
      return
    }
    if best.difference.value == 0, known.isPoint, known.contains(0) {
      self = .same(best)
    } else if known.low > 0 {
      self = .better(best)
    } else if known.high < 0 {
      self = .baselineBest(best)
    } else {
      self = .unclear(best)
    }
  }

  /// The plan the answer is about; `nil` where there is only the baseline.
  var leader: Standing? {
    switch self {
    case .alone: nil
    case .same(let plan), .better(let plan), .baselineBest(let plan), .unclear(let plan): plan
    }
  }
}
