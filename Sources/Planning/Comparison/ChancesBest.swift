import Market
import Statistics

/// In what share of markets each plan has the highest objective of all, equal ones sharing.
///
/// From the law that the printed intervals have: where that is the replications themselves, the share of them; else
/// two plans by the t of their difference, more by the multivariate t of all differences with the baseline, each
/// marginal being the plan's own prediction, their correlation that of the replications. 16,384 markets are drawn
/// from it, always the same, so that a share of theirs is known with a standard error of at most 0.4 percentage
/// points (√(¼/16,384)).
struct ChancesBest {
  /// The scale that all differences of a market share is taken at the middles of `scales` equally likely
  /// parts of its law, the normal variables below it are drawn.
  private static let (scales, normals) = (512, 32)

  /// By plan, the baseline first.
  let byPlan: [Double]

  /// From every plan's differences with the baseline, replication by replication, the baseline left out.
  init(_ differences: [[Double]], _ design: ReplicationDesign) {
    let replications = differences.first?.count ?? 0
    let all = [Array(repeating: 0.0, count: replications)] + differences
    // Plans that never differ are best together: none of them could be drawn ahead of the others.
    let kinds = all.reduce(into: [[Double]]()) { if !$0.contains($1) { $0.append($1) } }
    let alike = kinds.map { kind in Double(all.count { $0 == kind }) }
    let chances = Self.chances(kinds, design)
    byPlan = all.map { plan in
      kinds.firstIndex(of: plan).map { chances[$0] / alike[$0] } ?? 0
    }
  }

  /// Of plans that all differ, the first being 0 everywhere.
  private static func chances(_ kinds: [[Double]], _ design: ReplicationDesign) -> [Double] {
    let laws = kinds.dropFirst().compactMap { design.prediction(of: $0) }
    guard laws.count == kinds.count - 1, let first = laws.first else {
      return kinds.map { _ in 1 / Double(kinds.count) }
    }
    guard laws.count > 1 else {
      let better = first.chance(above: 0)
      return [1 - better, better]
    }
    if first.isOwnSample {
      return shares(kinds[0].indices.map { replication in kinds.map { $0[replication] } })
    }
    return drawn(laws, factor: design.correlationFactor(Array(kinds.dropFirst())))
  }

  /// From markets drawn; the factor makes correlated normal variables of independent ones.
  private static func drawn(_ laws: [Prediction], factor: Matrix) -> [Double] {
    // By plan and part: the standard deviation in a market of that scale.
    let deviations = laws.map { law in
      (0..<scales).map { law.deviation(scale: (Double($0) + 0.5) / Double(scales)) }
    }
    let draws = Draws(seed: 0, replication: 0)
    let (who, purpose) = (Individual(family: 0, index: 0), Purpose("best plan"))
    return shares(
      (0..<scales * normals).map { market in
        var stream = draws.stream(who, purpose, index: market)
        let independent = laws.map { _ in stream.normal() }
        return [0]
          + laws.indices.map { plan in
            let normal = (0...plan).reduce(0) { $0 + factor[plan, $1] * independent[$1] }
            return laws[plan].mean + deviations[plan][market % scales] * normal
          }
      })
  }

  /// How often each is the highest, from their values market by market.
  private static func shares(_ markets: [[Double]]) -> [Double] {
    var sums = [Double](repeating: 0, count: markets.first?.count ?? 0)
    for values in markets {
      let best = values.max() ?? 0
      let count = Double(values.count { $0 == best })
      for plan in values.indices where values[plan] == best { sums[plan] += 1 / count }
    }
    return sums.map { $0 / Double(max(1, markets.count)) }
  }
}
