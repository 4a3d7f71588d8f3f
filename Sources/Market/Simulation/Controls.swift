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

  /// Sums over the people of each part: of λ, and of the mean basket.
  func sums(_ draws: Draws, _ partition: Partition, parts: Range<Int>) -> [TraitSums] {
    partition.parts[parts].filter { !$0.isBase }.map { part in
      let law = traits[part.segment]
      var sums = TraitSums()
      for index in part.indices {
        let who = Individual(family: part.family, index: UInt32(truncatingIfNeeded: index))
        sums.rate += law.rate(draws, who)
        sums.basket += law.baskets.p / law.basketRate(draws, who)
      }
      return sums
    }
  }

  /// Means over all people minus expectations: of λ, and of the mean basket where that has a variance.
  func excess(_ sums: [TraitSums]) -> [Double] {
    let people = Double(segments.reduce(0) { $0 + $1.size })
    guard people > 0, !sums.isEmpty else { return [] }
    var rate = sums.reduce(0) { $0 + $1.rate }
    var basket = sums.reduce(0) { $0 + $1.basket }
    for segment in segments where segment.size > 0 {
      let (habits, baskets) = (segment.purchases, segment.baskets)
      let size = Double(segment.size)
      rate -= size * habits.shape / habits.rate
      basket -= size * baskets.p * baskets.gamma / (baskets.q - 1)
    }
    let hasVariance = segments.allSatisfy { $0.size == 0 || $0.baskets.q > 2 }
    return hasVariance ? [rate / people, basket / people] : [rate / people]
  }
}

/// Traits of one part's people, summed; kept by part because floating-point sums depend on their grouping.
struct TraitSums: Sendable {
  var rate = 0.0
  var basket = 0.0
}
