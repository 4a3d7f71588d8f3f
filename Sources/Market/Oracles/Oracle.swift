import Documents
import RealModule
import Statistics

/// A closed form that the simulation must agree with, within its own Monte Carlo error.
public struct Oracle: Sendable {
  /// The number in the model's list.
  public let number: Int
  public let name: String
  let check: @Sendable (OracleRun) -> [OracleCheck]

  /// Those of what every market and every offer has.
  static let general: [Oracle] = [
    .traits, .purchases, .basket, .residual, .reach, .wordOfMouth, .response, .attention, .habit,
    .money, .todaysCustomers, .stays, .leavingInTime, .runOff, .leavingAtOnce,
    .fullPrice, .wonByReward, .hunters, .committee, .cases,
    .outsideEvents, .offersElsewhere,
    .heldReward, .regret, .endOfALift,
    .engagement,
  ]

  /// Plays the oracle.
  public func run(seed: UInt64 = 1, size: Double = 1) -> [OracleCheck] {
    check(OracleRun(number: number, seed: seed, size: size))
  }
}

/// One figure of an oracle: what it should be, what came out, and how far apart in standard errors.
public struct OracleCheck: Sendable, Encodable {
  public let oracle: Int
  public let name: String
  public let expected: Double
  public let simulated: Double
  public let z: Double

  public var isKept: Bool { abs(z) < 4 }
}

/// How an oracle is played, and how its figures are judged.
struct OracleRun: Sendable {
  let number: Int
  let seed: UInt64
  /// 1 by default; more customers with more.
  let size: Double

  func customers(_ count: Int) -> Int { max(100, Int((Double(count) * size).rounded())) }

  /// The mean of independent values against its expectation.
  func mean(_ name: String, _ values: [Double], expected: Double) -> OracleCheck {
    let moments = Moments(values)
    return judged(
      name, simulated: moments.mean, expected: expected,
      error: moments.standardError ?? .nan)
  }

  /// A share of independent customers against its expectation.
  func share(_ name: String, _ count: Int64, of total: Int, expected: Double) -> OracleCheck {
    judged(
      name, simulated: Double(count) / Double(total), expected: expected,
      error: (expected * (1 - expected) / Double(total)).squareRoot())
  }

  /// A figure that has to be met exactly.
  func exact(_ name: String, _ value: Int64, expected: Int64) -> OracleCheck {
    judged(name, simulated: Double(value), expected: Double(expected), error: 0)
  }

  func judged(
    _ name: String, simulated: Double, expected: Double, error: Double
  ) -> OracleCheck {
    let distance = simulated - expected
    return OracleCheck(
      oracle: number, name: name, expected: expected, simulated: simulated,
      z: distance == 0 ? 0 : distance / error)
  }

  /// A sample against its distribution: the Kolmogorov–Smirnov distance times √n.
  ///
  /// Expected is the mean of that statistic, √(π/2)·ln 2; z is the normal quantile of its p value, so that
  /// only too large a distance counts.
  func law(
    _ name: String, _ sample: [Double], cdf: (Double) -> Double
  ) -> OracleCheck {
    let test = KolmogorovSmirnov(sample, cdf: cdf)
    return OracleCheck(
      oracle: number, name: name, expected: (Double.pi / 2).squareRoot() * Double.log(2),
      simulated: test.scaled, z: Normal.standard.quantile(upperTail: test.pValue))
  }

  /// Plays a scenario's first plan.
  func play(_ scenario: Scenario, replications: Int) -> [PlanOutcome] {
    let simulation = Simulation(scenario, comparing: false)
    return (0..<replications).compactMap { simulation.replication($0)?.plans.first }
  }

  /// A market without anything but what the oracle switches on.
  func scenario(
    horizon: Int, segment: Segment, channels: [Channel] = [], offers: [Offer] = [],
    discountRate: Double = 0, residualDays: Double? = 0, runOff: Int = 0
  ) -> Scenario {
    Scenario(
      name: "oracle \(number)", currency: Currency(code: "EUR"),
      start: CalendarDate(dayNumber: 20_454), horizon: horizon, seed: seed,
      market: MarketConditions(
        segments: [segment], discountRate: discountRate, residualDays: residualDays,
        runOff: RunOff(days: runOff)),
      plans: [Plan(name: "only", channels: channels, offers: offers)])
  }
}

extension Trial {
  /// Everybody aware tries at once.
  static let atOnce = Trial(hazard: 1e12, pause: 100_000)
}

extension FirstPurchase {
  static let always = FirstPurchase(intercept: 100)
  static let never = FirstPurchase(intercept: -100)
}
