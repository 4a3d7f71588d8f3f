import RealModule

/// The successes of the second of two arms, given those of both: hypergeometric where there is no effect.
///
/// Fisher, "The logic of inductive inference", Journal of the Royal Statistical Society 98, 1935.
struct FisherTails {
  /// Chances of each count from `least` on.
  private let chances: [Double]
  private let least: Int

  init(control: Int, treatment: Int, successes: Int) {
    least = max(0, successes - control)
    let most = min(successes, treatment)
    let all = Self.logChoose(control + treatment, successes)
    chances = (least...most).map { count in
      .exp(Self.logChoose(treatment, count) + Self.logChoose(control, successes - count) - all)
    }
  }

  /// P(X ≥ count).
  func above(_ count: Int) -> Double {
    chances[max(0, count - least)...].reversed().reduce(0, +)
  }

  /// P(X ≥ count) less half of P(X = count): Lancaster, "Significance tests in discrete distributions", Journal
  /// of the American Statistical Association 56, 1961.
  func midAbove(_ count: Int) -> Double { above(count) - chances[count - least] / 2 }

  /// All counts less likely than this one, and half of those as likely, itself among them: of arms of one size there are
  /// two such.
  func midTwoSided(_ count: Int) -> Double {
    let own = chances[count - least]
    guard chances.count > 1 else { return 1 }
    // Counts as likely but for rounding count as such.
    return chances.reduce(0) { sum, chance in
      guard chance <= own * (1 + 1e-7) else { return sum }
      return sum + (chance < own * (1 - 1e-7) ? chance : chance / 2)
    }
  }

  static func logChoose(_ n: Int, _ k: Int) -> Double {
    .logGamma(Double(n + 1)) - .logGamma(Double(k + 1)) - .logGamma(Double(n - k + 1))
  }
}

/// Chances of all counts of successes in some trials, those next to nothing left out.
struct BinomialChances {
  let first: Int
  let chances: [Double]

  init(trials: Int, probability p: Double) {
    guard p > 0, p < 1 else {
      (first, chances) = (p >= 1 ? trials : 0, [1])
      return
    }
    let (mean, spread) = (Double(trials) * p, (Double(trials) * p * (1 - p)).squareRoot())
    // Eight standard deviations and what a skewed law has beyond them.
    first = max(0, Int(mean - 8 * spread - 1))
    let last = min(trials, Int(mean + 8 * spread + 40))
    let (log, rest) = (Double.log(p), Double.log(onePlus: -p))
    chances = (first...last).map { count in
      .exp(
        FisherTails.logChoose(trials, count) + Double(count) * log + Double(trials - count) * rest)
    }
  }
}
