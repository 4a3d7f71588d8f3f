public import Statistics

/// Two shares of which so few events are expected that neither is nearly normal.
public enum ExactShares: Sendable, Equatable {
  case boschloo(BoschlooTest)
  case midPFisher(MidPFisherTest)

  /// - Parameter shares: Whole counts.
  public init(_ shares: ProportionDifference) {
    self =
      Self.isSmall(shares) ? .boschloo(BoschlooTest(shares)) : .midPFisher(MidPFisherTest(shares))
  }

  /// Whether fewer than five events, or fewer than five units without one, are expected in an arm where there is
  /// no effect: Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10, 1954.
  public static func areFew(_ shares: ProportionDifference) -> Bool {
    let (m, n) = (shares.control.trials, shares.treatment.trials)
    let events = shares.control.successes + shares.treatment.successes
    return min(events, m + n - events) * min(m, n) < 5 * (m + n)
  }

  /// Whether all tables can be gone through.
  public static func isSmall(_ shares: ProportionDifference) -> Bool {
    max(shares.control.trials, shares.treatment.trials) <= Double(BoschlooTest.mostUnits)
  }

  public var pValue: Double {
    switch self {
    case .boschloo(let test): test.pValue
    case .midPFisher(let test): test.pValue
    }
  }

  public func interval(confidence: Double) -> Interval {
    switch self {
    case .boschloo(let test): test.interval(confidence: confidence)
    case .midPFisher(let test): test.interval(confidence: confidence)
    }
  }
}
