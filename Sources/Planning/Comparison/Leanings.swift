public import Market
import Statistics

/// Which assumptions a plan's difference rises or falls with, over the draws that were played.
///
/// Rank correlations: they say what to look into first, and neither how much of the spread an assumption makes up
/// nor what knowing it is worth.
public struct Leanings: Sendable {
  /// By assumption, in their order, its values draw by draw.
  private let values: [[Double]]
  private let design: ReplicationDesign

  /// Of the assumptions' values by draw, in a study laid out so.
  public init(_ draws: [[Double]], _ design: ReplicationDesign) {
    let count = draws.first?.count ?? 0
    values = (0..<count).map { place in draws.map { $0[place] } }
    self.design = design
  }

  /// One assumption, by its place among them.
  public struct Leaning: Sendable, Equatable {
    public let assumption: Int
    /// Spearman's, from −1 to 1.
    public let correlation: Double
  }

  /// Those that a quantity, given replication by replication, clearly goes with, the closest first.
  public func clear(of replications: [Double]) -> [Leaning] {
    let means = design.independentMeans(replications)
    return values.indices.compactMap { place -> Leaning? in
      guard values[place].count >= means.count,
        let found = RankCorrelation(means, Array(values[place].prefix(means.count))),
        found.deviations.magnitude >= Self.clearly, found.value.magnitude >= Self.closely
      else { return nil }
      return Leaning(assumption: place, correlation: found.value)
    }
    .sorted { $0.correlation.magnitude > $1.correlation.magnitude }
  }

  /// Chance alone goes that far with one assumption of a thousand.
  private static let clearly = 3.3
  /// Less would hardly be felt.
  private static let closely = 0.3
}
