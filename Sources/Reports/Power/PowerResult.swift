public import Experiments

/// A planned experiment, with what was left out of the question found.
public struct PowerResult: Sendable {
  /// What was found; the other two were given.
  public enum Unknown: String, Sendable, CaseIterable {
    case units, effect, power
  }

  /// Where the metric's figures come from.
  public enum Source: Sendable {
    case given
    case pilot(file: String, metric: String, Pilot, UnitCounts)
    /// The metric after so many days in a market played under today's plan.
    case scenario(name: String, metric: String, days: Int, people: Int)
  }

  public let unknown: Unknown
  public let source: Source
  public let analysis: PowerAnalysis
  /// Arm minus control, in the metric's unit.
  public let effect: Double
  public let power: Double
  public let groups: GroupSizes
  /// People a day who enter the experiment, in all arms together; `nil` where not known.
  public let daily: Double?

  /// Finds the people needed for an effect and a power.
  public init(
    _ analysis: PowerAnalysis, source: Source, effect: Double, power: Double, daily: Double?
  ) throws(NotEstimable) {
    unknown = .units
    self.source = source
    self.analysis = analysis
    self.effect = effect
    self.power = power
    self.daily = daily
    let control = try analysis.controlUnits(effect: effect, power: power)
    guard control * analysis.allocation.unitsPerControl < 1e15 else {
      throw NotEstimable("that would take more than 10^15 people")
    }
    groups = GroupSizes(analysis, atLeast: control)
  }

  /// Finds the effect that so many people in the control show with a power.
  public init(
    _ analysis: PowerAnalysis, source: Source, control: Int, power: Double, daily: Double?
  ) throws(NotEstimable) {
    unknown = .effect
    self.source = source
    self.analysis = analysis
    self.power = power
    self.daily = daily
    groups = GroupSizes(analysis, control: control)
    effect = try analysis.detectableEffect(control: Double(control), power: power)
  }

  /// Finds the power with which so many people in the control show an effect.
  public init(
    _ analysis: PowerAnalysis, source: Source, effect: Double, control: Int, daily: Double?
  ) throws(NotEstimable) {
    unknown = .power
    self.source = source
    self.analysis = analysis
    self.effect = effect
    self.daily = daily
    groups = GroupSizes(analysis, control: control)
    power = try analysis.power(effect: effect, control: Double(control))
  }

  /// Effect over the metric's level; `nil` where the level is 0 or below.
  public var lift: Double? { Self.lift(effect, analysis) }

  /// Whole days until all have entered; `nil` without traffic.
  public var days: Int? { days(for: groups) }

  func days(for groups: GroupSizes) -> Int? {
    daily.flatMap { Int(exactly: (Double(groups.total) / $0).rounded(.up)) }
  }

  static func lift(_ effect: Double, _ analysis: PowerAnalysis) -> Double? {
    analysis.baseline.level > 0 ? effect / analysis.baseline.level : nil
  }
}

/// Whole people in the arms.
public struct GroupSizes: Sendable, Equatable {
  public let control: Int
  /// In each arm that is compared with the control.
  public let other: Int
  public let arms: Int
  /// Clusters in the control; `nil` without clusters.
  public let controlClusters: Int?

  public var total: Int { control + (arms - 1) * other }
  public var isEven: Bool { control == other }

  /// For a control of so many people.
  public init(_ analysis: PowerAnalysis, control: Int) {
    self.control = control
    other = Int((Double(control) * analysis.allocation.ratio).rounded(.up))
    arms = analysis.allocation.arms
    controlClusters = analysis.clustering.map {
      Int((Double(control) / $0.meanSize).rounded(.up))
    }
  }

  /// The least whole ones with so many people in the control, and whole clusters.
  init(_ analysis: PowerAnalysis, atLeast control: Double) {
    var control = control
    if let size = analysis.clustering?.meanSize { control = (control / size).rounded(.up) * size }
    self.init(analysis, control: Int(control.rounded(.up)))
  }
}
