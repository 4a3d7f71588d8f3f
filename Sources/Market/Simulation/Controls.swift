import Statistics

/// Traits whose expectation is known in closed form: what a replication drew of them, it can be corrected by.
///
/// The mean purchase rate λ and the mean basket p/ν over all people who are not today's customers, drawn
/// before any plan is known; the excess over the expectation has mean zero and is the same for all plans.
struct Controls: Sendable {
  private let segments: [Segment]
  private let traits: [Traits]

  init(_ segments: [Segment]) {
    self.segments = segments
    traits = segments.map { Traits($0) }
  }

  /// Sums over the people of some parts, two per segment.
  func sums(
    _ draws: Draws, _ partition: Partition, parts: Range<Int>, _ segments: [Segment]
  ) -> [Double] {
    var sums = Array(repeating: 0.0, count: 2 * segments.count)
    for part in partition.parts[parts] where !part.isBase {
      let law = traits[part.segment]
      for index in part.indices {
        let who = Individual(family: part.family, index: UInt32(truncatingIfNeeded: index))
        sums[2 * part.segment] += law.rate(draws, who)
        sums[2 * part.segment + 1] += law.baskets.p / law.basketRate(draws, who)
      }
    }
    return sums
  }

  /// Means over all people minus expectations: of λ, and of the mean basket where that has a variance.
  func excess(_ sums: [Double]) -> [Double] {
    let people = Double(segments.reduce(0) { $0 + $1.size })
    guard people > 0 else { return [] }
    var rate = 0.0
    var basket = 0.0
    for (index, segment) in segments.enumerated() where segment.size > 0 {
      let (habits, baskets) = (segment.purchases, segment.baskets)
      let size = Double(segment.size)
      rate += sums[2 * index] - size * habits.shape / habits.rate
      basket += sums[2 * index + 1] - size * baskets.p * baskets.gamma / (baskets.q - 1)
    }
    let hasVariance = segments.allSatisfy { $0.size == 0 || $0.baskets.q > 2 }
    return hasVariance ? [rate / people, basket / people] : [rate / people]
  }
}
