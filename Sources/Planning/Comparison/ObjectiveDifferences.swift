package import Market
import Statistics

/// The objective's paired differences with the baseline, replication by replication.
package struct ObjectiveDifferences: Sendable {
  /// By plan, the baseline left out.
  package let differences: [[Double]]
  /// The objective itself, by plan, the baseline first.
  package let levels: [[Double]]
  package let design: ReplicationDesign

  package init(_ summary: ScenarioSummary) {
    design = summary.design
    let reader = MeasureReader(design)
    guard case .total(let figures) = summary.scenario.objective.measure.definition else {
      preconditionFailure("an objective is a total")
    }
    let levels = summary.plans.map { reader.totals(figures, $0.figures) }
    self.levels = levels
    differences = levels.dropFirst().map { level in
      zip(level, levels[0]).map { $0 - $1 }
    }
  }

  /// Half-width of the widest 95 % t interval.
  package var widest: Double? {
    independent.compactMap { Moments($0).interval(confidence: 0.95)?.halfWidth }.max()
  }

  /// The differences, draw by draw where assumptions are drawn.
  package var independent: [[Double]] { differences.map { design.independentMeans($0) } }

  /// How many times fewer replications twins needed than independent runs.
  package func saving(plan: Int) -> Saving? {
    Saving(
      design.independentMeans(levels[plan + 1]), design.independentMeans(levels[0]),
      differences: design.independentMeans(differences[plan]))
  }
}

/// The factor by which a variance fell against independent runs.
public struct Saving: Sendable, Equatable {
  public let twins: Double

  /// `nil` where the differences are the same, but for what binary fractions leave of them.
  ///
  /// - Parameters:
  ///   - levels: A plan's.
  ///   - baseline: Those beside them.
  ///   - differences: Between the two.
  init?(_ levels: [Double], _ baseline: [Double], differences: [Double]) {
    func variance(_ values: [Double]) -> Double? { Moments(values).variance }
    guard let here = variance(levels), let there = variance(baseline),
      let apart = variance(differences)
    else { return nil }
    let largest = (levels + baseline).reduce(0) { max($0, abs($1)) }
    guard apart > largest * largest * 1e-24 else { return nil }
    twins = (here + there) / apart
  }
}
