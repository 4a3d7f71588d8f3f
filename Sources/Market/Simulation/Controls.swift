import Statistics

/// Traits whose expectation is known in closed form: what a replication drew of them, it can be corrected by.
///
/// Per segment the mean purchase rate λ and the mean basket p/ν (its expectation needs q > 1), drawn before
/// any plan is known; the excess over the expectation has mean zero and is the same for all plans.
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

  /// Means minus expectations; segments without drawn people, or without an expectation, give none.
  func excess(_ sums: [Double]) -> [Double] {
    segments.enumerated().flatMap { index, segment -> [Double] in
      guard segment.size > 0 else { return [] }
      let people = Double(segment.size)
      let (habits, baskets) = (segment.purchases, segment.baskets)
      var excess = [sums[2 * index] / people - habits.shape / habits.rate]
      // A control needs a variance: for the mean basket, q > 2.
      if baskets.q > 2 {
        excess.append(
          sums[2 * index + 1] / people - baskets.p * baskets.gamma / (baskets.q - 1))
      }
      return excess
    }
  }
}
