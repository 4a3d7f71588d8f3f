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
    all(of: replications).filter { $0.isClear }.map(\.leaning)
  }

  /// The two, or the one, that a quantity clearly goes with and more closely than with any other: none where
  /// other draws might well put another one there.
  public func foremost(of replications: [Double]) -> [Leaning] {
    let all = all(of: replications)
    let clear = all.prefix { $0.isClear }.count
    for count in [2, 1] where count <= clear {
      let isTold =
        count == all.count
        || apart(all[count - 1].leaning, all[count].leaning, all[count].draws) >= Self.told
      if isTold { return all.prefix(count).map(\.leaning) }
    }
    return []
  }

  /// By how many standard errors one correlation is the larger.
  private func apart(_ one: Leaning, _ other: Leaning, _ draws: Int) -> Double {
    let between = RankCorrelation(
      Array(values[one.assumption].prefix(draws)), Array(values[other.assumption].prefix(draws)))
    return DependentCorrelations(
      first: one.correlation, second: other.correlation, between: between?.value ?? 0, count: draws
    ).deviations
  }

  /// Every assumption that varied, the closest first, with the draws it was seen in.
  private func all(of replications: [Double]) -> [(leaning: Leaning, draws: Int, isClear: Bool)] {
    let means = design.independentMeans(replications)
    return values.indices.compactMap { place -> (Leaning, Int, Bool)? in
      guard values[place].count >= means.count,
        let found = RankCorrelation(means, Array(values[place].prefix(means.count)))
      else { return nil }
      return (
        Leaning(assumption: place, correlation: found.value), means.count,
        found.deviations.magnitude >= Self.clearly && found.value.magnitude >= Self.closely
      )
    }
    .sorted { $0.0.correlation.magnitude > $1.0.correlation.magnitude }
  }

  /// Of two that are equally close, chance alone sets one so far before the other once in twenty.
  private static let told = 1.96
  /// Chance alone goes that far with one assumption of a thousand.
  private static let clearly = 3.3
  /// Less would hardly be felt.
  private static let closely = 0.3
}
