import Documents
import Experiments
public import Market
import Statistics

/// An experiment as it is to be rehearsed in the simulated market.
public struct RehearsalDesign: Sendable {
  /// The error rate of the whole experiment where no arm differs.
  public static let alpha = 0.05
  /// What a duration is asked for.
  public static let power = 0.8

  public let scenario: Scenario
  public let arms: ArmDesign
  /// By arm; they add up to 1.
  public let shares: [Double]
  /// How long the experiment runs.
  public let days: Int
  /// What is decided by: the arm with the highest mean after `days` is chosen.
  public let metric: PersonMetric
  /// Days after which the figures are looked at, the last being `days`.
  public let looks: [Int]
  public let rehearsals: Int

  /// An experiment on plans by their positions, the control first; shares are equal unless given.
  ///
  /// People come in as they are exposed unless everybody is in it from the `start`. The figures are looked
  /// at so many times, at even distances.
  ///
  /// - Throws: Where the arms cannot share a market, or what is asked does not fit the horizon.
  public init(
    _ scenario: Scenario, arms: [Int], shares: [Double] = [], days: Int,
    metric: PersonMetric = .contribution, looks: Int = 7, rehearsals: Int = 1_000,
    enrolment: Enrolment = .exposed
  ) throws(ArmProblem) {
    self.scenario = scenario
    self.arms = try ArmDesign(arms.map { scenario.plans[$0] }, enrolment: enrolment)
    let equal = Array(repeating: 1 / Double(arms.count), count: arms.count)
    self.shares = shares.isEmpty ? equal : shares
    guard self.shares.count == arms.count else {
      throw ArmProblem("The split has \(shares.count) shares for \(arms.count) arms.")
    }
    guard self.shares.allSatisfy({ $0 > 0 }), abs(self.shares.reduce(0, +) - 1) < 1e-9 else {
      throw ArmProblem("Shares are above 0 and add up to 1.")
    }
    guard (1...scenario.horizon).contains(days) else {
      throw ArmProblem(
        "A test of \(counted(days, "day")) does not fit the scenario's horizon of \(counted(scenario.horizon, "day"))."
      )
    }
    try Self.checkDifference(self.arms, within: days)
    guard metric != .profit else {
      throw ArmProblem(
        "Profit is known only after the horizon; a test is decided by conversion, orders, revenue"
          + " or contribution.")
    }
    guard (1...days).contains(looks) else {
      throw ArmProblem("\(counted(looks, "look")) do not fit a test of \(counted(days, "day")).")
    }
    guard rehearsals >= 2 else { throw ArmProblem("Rehearse at least twice.") }
    self.days = days
    self.metric = metric
    self.looks = (1...looks).map { (days * $0 + looks / 2) / looks }
    self.rehearsals = rehearsals
    alphaPerComparison = Self.level(self.shares)
  }

  /// There has to be something to test before the test ends.
  private static func checkDifference(_ design: ArmDesign, within days: Int) throws(ArmProblem) {
    let names = design.arms.map { "“\($0.name)”" }
    let all = names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
    guard let first = design.firstDifference else {
      throw ArmProblem("\(all) do the same: there is nothing to test.", .scenario)
    }
    guard first < days else {
      throw ArmProblem(
        "\(all) do the same until day \(first + 1): a test of \(days)"
          + " day\(days == 1 ? "" : "s") ends before anything differs.")
    }
  }

  /// The same arms as they are at a draw of what is not known of the scenario.
  func arms(of drawn: Scenario) throws(ArmProblem) -> ArmDesign {
    var plans: [Plan] = []
    for arm in arms.arms {
      guard let plan = drawn.plans.first(where: { $0.name == arm.name }) else {
        throw ArmProblem("“\(arm.name)” is no plan of the scenario.", .scenario)
      }
      plans.append(plan)
    }
    return try ArmDesign(plans, enrolment: arms.enrolment)
  }

  /// The level of each comparison with the control at which all together keep the error rate (Dunnett).
  public let alphaPerComparison: Double

  /// From the normal law of the arms' statistics where all vary alike: an effect has to show despite its size.
  private static func level(_ shares: [Double]) -> Double {
    let law = try? Dunnett(
      controlVariance: 1 / shares[0], armVariances: shares.dropFirst().map { 1 / $0 })
    guard shares.count > 2, let law else { return alpha }
    return 2 * .normalCDF(-law.criticalValue(confidence: 1 - alpha))
  }

  /// The metrics a test could be decided by.
  public static let metrics: [PersonMetric] = [.conversion, .orders, .revenue, .contribution]

  /// Days after which the metric is observed: the looks, and further ones to the end of the horizon.
  public var observedDays: [Int] {
    let step = max(1, (scenario.horizon + 25) / 26)
    let further = stride(from: step, through: scenario.horizon, by: step)
    return Set(looks + further + [scenario.horizon]).sorted()
  }

  /// Everything observed, each once.
  var observations: [Observation] {
    var all = observedDays.map { Observation(metric, after: $0) }
    for day in [days, scenario.horizon] {
      for other in Self.metrics where !all.contains(Observation(other, after: day)) {
        all.append(Observation(other, after: day))
      }
    }
    return all + [Observation(.profit, after: scenario.horizon)]
  }
}
