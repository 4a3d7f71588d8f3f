public import Experiments
public import Statistics

/// An arm against the control within a segment.
public struct SegmentEffect: Sendable, Equatable {
  public let segment: String
  public let metric: String
  public let arm: String
  /// Such as "CUPED"; nil where it is not estimable there.
  public let method: String?
  public let units: Int
  /// nil where it is not estimable there.
  public let effect: Effect?
  public let interval: Interval?
  public let pValue: Double?
  /// By Benjamini and Hochberg over the segments and arms of the metric.
  public internal(set) var adjustedPValue: Double?
  public let reason: String?
}

/// Whether an arm's effect differs between segments.
public struct SegmentTest: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// Cochran's Q, or with clusters, which segments may share, Wald's F.
  public let method: String?
  public let pValue: Double?
  /// The F test of the interaction in the linear model with one variance; without clusters only.
  public let interaction: SegmentInteraction?
  public let reason: String?
}

/// Effects within segments, from the cells of the one pass.
struct SegmentEffects {
  private(set) var effects: [SegmentEffect] = []
  /// Whether effects differ between segments.
  private(set) var tests: [SegmentTest] = []
  private(set) var cautions: [Caution] = []
  private let plan: AnalysisPlan

  init(_ experiment: Experiment) {
    plan = experiment.plan
    let (table, names) = (experiment.table, experiment.names)
    guard let segments = table.groups[.segment] else { return }
    for (metric, moments) in zip(plan.metrics, experiment.moments) {
      if experiment.isWithinDays {
        cautions.append(
          .nothingByGroup(
            metric: metric.name, .segment,
            reason: "arms' shares change from day to day, and segments take all days together"))
        continue
      }
      guard let moments else {
        cautions.append(.quantileByGroup(metric: metric.name, .segment))
        continue
      }
      var found: [[Result<GroupEffect, NotEstimable>]]
      do {
        found = try GroupEffects(metric, moments, table).effects(by: .segment)
      } catch {
        cautions.append(.nothingByGroup(metric: metric.name, .segment, reason: error.reason))
        found = segments.names.map { _ in names.dropFirst().map { _ in .failure(error) } }
      }
      let cells = (try? moments.by(.segment)) ?? []
      var own: [SegmentEffect] = []
      for arm in table.arm.names.indices.dropFirst() {
        for ((segment, arms), cell) in zip(zip(segments.names, found), cells) {
          own.append(
            effect(
              metric.name, names[arm], segment, units: cell[0].count + cell[arm].count,
              arms[arm - 1]))
        }
        tests.append(test(metric.name, names[arm], found.compactMap { try? $0[arm - 1].get() }))
      }
      effects += adjusted(own)
    }
  }

  private func effect(
    _ metric: String, _ arm: String, _ segment: String, units: Int,
    _ found: Result<GroupEffect, NotEstimable>
  ) -> SegmentEffect {
    switch found {
    case .success(let own):
      SegmentEffect(
        segment: segment, metric: metric, arm: arm, method: own.method, units: units,
        effect: own.effect, interval: own.effect.interval(confidence: plan.confidence),
        pValue: own.effect.pValue(), adjustedPValue: nil, reason: nil)
    case .failure(let problem):
      SegmentEffect(
        segment: segment, metric: metric, arm: arm, method: nil, units: units, effect: nil,
        interval: nil, pValue: nil, adjustedPValue: nil, reason: problem.reason)
    }
  }

  /// Cochran's Q by Welch's F and the F test of the interaction; where segments may share clusters, the joint Wald test.
  private func test(_ metric: String, _ arm: String, _ found: [GroupEffect]) -> SegmentTest {
    do throws(NotEstimable) {
      if plan.cluster != nil {
        let joint = try ClusteredHomogeneity(
          found.map(\.effect.estimate), influences: found.map(\.influence))
        guard joint.pValue.isFinite else { throw Self.beyondNumbers }
        return SegmentTest(
          metric: metric, arm: arm, method: "Wald's F by cluster", pValue: joint.pValue,
          interaction: nil, reason: nil)
      }
      let pValue = try CochranQ(found.map(\.effect)).pValueOfEstimatedErrors
      guard pValue.isFinite else { throw Self.beyondNumbers }
      return SegmentTest(
        metric: metric, arm: arm, method: "Cochran's Q by Welch's F", pValue: pValue,
        interaction: try? SegmentInteraction(
          control: found.map(\.control), treatment: found.map(\.arm)), reason: nil)
    } catch {
      return SegmentTest(
        metric: metric, arm: arm, method: nil, pValue: nil, interaction: nil,
        reason: error.reason)
    }
  }

  private static let beyondNumbers = NotEstimable(
    "the effects differ by more than can be computed with")

  /// Many segments are many chances of a false discovery.
  private func adjusted(_ effects: [SegmentEffect]) -> [SegmentEffect] {
    var adjusted = Correction.benjaminiHochberg.adjusted(effects.compactMap(\.pValue))[...]
    return effects.map { effect in
      guard effect.pValue != nil else { return effect }
      var effect = effect
      effect.adjustedPValue = adjusted.popFirst()
      return effect
    }
  }
}
