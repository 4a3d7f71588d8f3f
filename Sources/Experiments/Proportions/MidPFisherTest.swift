import RealModule
public import Statistics

/// Two shares of which one has few events and the arms are large: Fisher's mid-p.
///
/// The p-value is the chance, given both arms' successes, of counts less likely than what was seen, and half of that of
/// those as likely (Lancaster 1961). Differences other than 0 leave no such condition: the interval are those of Miettinen
/// and Nurminen's score, whose tails are taken from the two binomial laws at the likeliest shares for each
/// difference, mid-p again. Where the p-value says that the arms differ the interval leaves out 0, and else it
/// has it.
public struct MidPFisherTest: Sendable, Equatable {
  public let pValue: Double
  private let shares: ProportionDifference

  /// - Parameter shares: Whole counts.
  public init(_ shares: ProportionDifference) {
    self.shares = shares
    let (control, arm) = (shares.control, shares.treatment)
    // What is rarer is counted: the work grows with it.
    let isRare = control.successes + arm.successes <= (control.trials + arm.trials) / 2
    func events(_ share: Proportion) -> Int {
      Int(isRare ? share.successes : share.trials - share.successes)
    }
    pValue = min(
      1,
      FisherTails(
        control: Int(control.trials), treatment: Int(arm.trials),
        successes: events(control) + events(arm)
      ).midTwoSided(events(arm)))
  }

  /// The differences, arm less control, that the data leave.
  public func interval(confidence: Double) -> Interval {
    let tail = (1 - confidence) / 2
    let score = shares.miettinenNurminenInterval(confidence: confidence)
    let low = end(from: score.low, tail, isAbove: true)
    let high = end(from: score.high, tail, isAbove: false)
    guard pValue <= 1 - confidence else { return Interval(low: min(low, 0), high: max(high, 0)) }
    let least = Double.leastNormalMagnitude
    return shares.estimate > 0
      ? Interval(low: max(low, least), high: high) : Interval(low: low, high: min(high, -least))
  }

  /// The difference at which so much lies beyond what was seen, about the score's.
  private func end(from start: Double, _ tail: Double, isAbove: Bool) -> Double {
    let (estimate, limit) = (shares.estimate, isAbove ? -1.0 : 1.0)
    var (inside, outside) = (estimate, estimate + (start - estimate) / 2)
    // Outwards until it is rejected, then between the two.
    while beyond(outside, isAbove) > tail, outside != limit {
      let next = estimate + (outside - estimate) * 1.5
      (inside, outside) = (outside, isAbove ? max(next, limit) : min(next, limit))
    }
    for _ in 0..<30 {
      let middle = (inside + outside) / 2
      if beyond(middle, isAbove) > tail { inside = middle } else { outside = middle }
    }
    return outside
  }

  /// How likely scores are as far out from a difference as what was seen, which counts half.
  private func beyond(_ difference: Double, _ isAbove: Bool) -> Double {
    let (m, n) = (Int(shares.control.trials), Int(shares.treatment.trials))
    let own = shares.constrainedControl(difference)
    let control = BinomialChances(trials: m, probability: min(max(own, 0), 1))
    let arm = BinomialChances(trials: n, probability: min(max(own + difference, 0), 1))
    let seen = shares.score(at: difference)
    let slack = 1e-9 * (1 + (seen.isFinite ? seen.magnitude : 0))
    var sums = [0.0]
    for chance in arm.chances { sums.append(sums[sums.count - 1] + chance) }
    let all = sums[sums.count - 1]
    let counts = arm.first...(arm.first + arm.chances.count - 1)
    func place(_ own: Int, _ bound: Double) -> Int {
      shares.firstCount(among: counts, control: own, at: difference) { $0 >= bound } - arm.first
    }
    var total = 0.0
    for (offset, chance) in control.chances.enumerated() where chance > 1e-14 {
      let below = sums[place(control.first + offset, seen - slack)]
      let upTo = sums[place(control.first + offset, seen + slack)]
      total += chance * ((isAbove ? all - upTo : below) + (upTo - below) / 2)
    }
    return total
  }
}
