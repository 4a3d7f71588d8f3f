package import Market
import Statistics

/// The objective's paired differences with the baseline, replication by replication.
package struct ObjectiveDifferences: Sendable {
  /// By plan, the baseline left out; corrected by control variates where that helps.
  package let corrected: [[Double]]
  /// The same without the correction.
  package let plain: [[Double]]
  /// The objective itself, by plan, the baseline first.
  package let levels: [[Double]]

  package init(_ summary: ScenarioSummary) {
    let reader = MeasureReader(summary.scenario)
    guard case .total(let figures) = summary.scenario.objective.measure.definition else {
      preconditionFailure("an objective is a total")
    }
    let levels = summary.plans.map { reader.totals(figures, $0.figures) }
    let controls = ControlVariates(summary.controls)
    let plain = levels.dropFirst().map { level in
      zip(level, levels[0]).map { $0 - $1 }
    }
    self.levels = levels
    self.plain = plain
    corrected = plain.map { controls.correct($0) }
  }

  /// Half-width of the widest 95 % t interval.
  package var widest: Double? {
    corrected.compactMap { Moments($0).interval(confidence: 0.95)?.halfWidth }.max()
  }

  /// How many times fewer replications twins needed than independent runs, with and without controls.
  package func saving(plan: Int) -> Saving? {
    guard let here = Moments(levels[plan + 1]).variance,
      let there = Moments(levels[0]).variance, let twins = Moments(plain[plan]).variance,
      let controlled = Moments(corrected[plan]).variance, twins > 0, controlled > 0
    else { return nil }
    let independent = here + there
    return Saving(twins: independent / twins, both: independent / controlled)
  }
}

/// Factors by which a variance fell against independent runs.
public struct Saving: Sendable, Equatable {
  public let twins: Double
  /// By twins and control variates together.
  public let both: Double
}
