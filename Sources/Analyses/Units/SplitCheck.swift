import Experiments
import Statistics

/// Units by arm against those intended; clusters by arm where these were randomised as wholes.
///
/// Units of whole clusters come in lumps: their numbers differ by more than chance gives independent units,
/// and the χ² of units would call nearly every sound split broken.
public struct SplitCheck: Sendable, Equatable {
  /// Arms by name with units seen and expected, or clusters.
  public let arms: [(name: String, units: Int, expected: Double)]
  /// Whether clusters are counted: every one has its units in one arm, and some have several.
  public let countsClusters: Bool
  /// nil where there is nothing to test, with the reason.
  public let pValue: Double?
  public let reason: String?
  /// Day by day; nil without days.
  public let days: DaySplit?
  /// Arms that began small, effects being taken within days.
  public let rampUp: DaySplit.RampUp?

  /// Below it a split is taken to be broken: luck alone does that once in a thousand experiments.
  public static let threshold = 0.001

  public var isBroken: Bool { pValue.map { $0 < Self.threshold } ?? false }

  /// Arms with units, then arms the plan intends and nobody is in.
  init(
    _ table: UnitTable, _ plan: AnalysisPlan, days: DaySplit?, isWithinDays: Bool = false
  ) throws(PlanProblem) {
    self.days = days
    let clusters = table.groups[.cluster].flatMap { $0.wholes(table.arm) }
    countsClusters = clusters != nil
    var counts = clusters ?? table.arm.names.indices.map { table.units(inArm: $0) }
    var names = table.arm.names
    for name in plan.split.keys.sorted() where !names.contains(name) {
      names.append(name)
      counts.append(0)
    }
    if !plan.split.isEmpty, let stranger = names.first(where: { plan.split[$0] == nil }) {
      throw PlanProblem("the split says nothing of the arm “\(stranger)”, which has units")
    }
    if names.count < 2 {
      throw PlanProblem("there is one arm only, “\(names[0])”, and nothing to compare it with")
    }
    let known = days.flatMap { plan.splitFrom.isEmpty ? nil : $0.expected } ?? []
    let weights = names.indices.map {
      known.indices.contains($0) ? known[$0] : plan.split[names[$0]] ?? 1
    }
    do {
      let ratio = try SampleRatio(counts: counts, weights: weights)
      // Units where the plan intends none are no matter of chance.
      // Taken together days of a ramp-up are no experiment: what differs between them would count as effect.
      rampUp = ratio.outside > 0 || !isWithinDays ? nil : days?.rampUp
      pValue = ratio.outside > 0 ? 0 : rampUp?.pValue ?? ratio.pValue
      reason = nil
      let expected = rampUp?.expected ?? ratio.expected
      arms = names.indices.map {
        (names[$0], counts[$0], expected.indices.contains($0) ? expected[$0] : 0)
      }
    } catch {
      pValue = nil
      rampUp = nil
      reason = error.reason
      arms = names.indices.map { (names[$0], counts[$0], .nan) }
    }
  }

  public static func == (first: SplitCheck, second: SplitCheck) -> Bool {
    first.pValue == second.pValue && first.reason == second.reason
      && first.countsClusters == second.countsClusters && first.days == second.days
      && first.arms.map(\.name) == second.arms.map(\.name)
      && first.arms.map(\.units) == second.arms.map(\.units)
      && first.arms.map(\.expected) == second.arms.map(\.expected)
  }
}

extension UnitTable {
  func units(inArm code: Int) -> Int { arm.codes.count { Int($0) == code } }
}

extension Labels {
  /// Clusters by arm; nil where one has units in several arms, or all have one unit.
  fileprivate func wholes(_ arm: Labels) -> [Int]? {
    let arms = owners(among: arm)
    guard !arms.contains(Labels.several) else { return nil }
    var counts = [Int](repeating: 0, count: arm.count)
    for own in arms where own >= 0 { counts[Int(own)] += 1 }
    return counts.reduce(0, +) < codes.count ? counts : nil
  }
}
