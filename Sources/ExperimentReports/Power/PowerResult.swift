public import Analyses
public import Experiments
public import Statistics
import Takeaways

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
    /// The metric after so many days in a market played under today's plan, with its currency if it is money.
    case scenario(name: String, metric: String, days: Int, people: Int, currency: String?)

    /// Of the metric, after a space; empty where it is not known.
    var unit: String {
      if case .scenario(_, _, _, _, let currency?) = self { " \(currency)" } else { "" }
    }
  }

  public let unknown: Unknown
  public let source: Source
  /// At the average of what the metric may be.
  public let analysis: PowerAnalysis
  /// The experiment at each of what the metric may be, all as likely.
  public let assurance: Assurance
  public let sought: Assurance.Sought
  /// On average over what the metric may be.
  public let power: Double
  public let groups: GroupSizes
  /// People a day who enter the experiment, in all arms together; `nil` where not known.
  public let daily: Double?

  /// Finds the people needed for an effect and a power.
  public init(
    _ analysis: PowerAnalysis, _ assurance: Assurance, source: Source, sought: Assurance.Sought,
    power: Double, daily: Double?
  ) throws(NotEstimable) {
    let control = try assurance.controlUnits(sought, power: power)
    guard control * analysis.allocation.unitsPerControl < 1e15 else {
      throw NotEstimable("that would take more than 10^15 people")
    }
    self.init(
      .units, source, analysis, assurance, sought, power,
      GroupSizes(analysis, atLeast: control), daily)
  }

  /// Finds the effect that so many people in the control show with a power.
  public init(
    _ analysis: PowerAnalysis, _ assurance: Assurance, source: Source, control: Int, power: Double,
    daily: Double?
  ) throws(NotEstimable) {
    self.init(
      .effect, source, analysis, assurance,
      try assurance.detectable(control: Double(control), power: power), power,
      GroupSizes(analysis, control: control), daily)
  }

  /// Finds the power with which so many people in the control show an effect.
  public init(
    _ analysis: PowerAnalysis, _ assurance: Assurance, source: Source, sought: Assurance.Sought,
    control: Int, daily: Double?
  ) throws(NotEstimable) {
    self.init(
      .power, source, analysis, assurance, sought,
      try assurance.power(sought, control: Double(control)),
      GroupSizes(analysis, control: control), daily)
  }

  private init(
    _ unknown: Unknown, _ source: Source, _ analysis: PowerAnalysis, _ assurance: Assurance,
    _ sought: Assurance.Sought, _ power: Double, _ groups: GroupSizes, _ daily: Double?
  ) {
    self.unknown = unknown
    self.source = source
    self.analysis = analysis
    self.assurance = assurance
    self.sought = sought
    self.power = power
    self.groups = groups
    self.daily = daily
  }

  /// Arm minus control, in the metric's unit, at the average level.
  public var effect: Double { sought.effect(on: analysis.baseline) }

  /// Where nine of ten draws of what is not known lie; `nil` where everything is known.
  public var doubt: Doubt? {
    guard assurance.possibilities.count > 1,
      let powers = try? assurance.powers(sought, control: Double(groups.control)),
      let power = Doubt.range(powers),
      let level = Doubt.range(assurance.possibilities.map(\.baseline.level))
    else { return nil }
    return Doubt(draws: powers.count, level: level, power: power)
  }

  /// How far what is not known carries a plan.
  public struct Doubt: Sendable {
    public let draws: Int
    public let level: Interval
    public let power: Interval

    fileprivate static func range(_ values: [Double]) -> Interval? {
      SortedSample(values).map { Interval(low: $0.quantile(0.05), high: $0.quantile(0.95)) }
    }
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
