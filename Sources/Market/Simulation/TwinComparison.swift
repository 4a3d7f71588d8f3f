/// A plan's customers against their twins.
struct TwinComparison: Sendable, Equatable {
  /// By segment.
  private(set) var flips: [Flips]
  /// Σ min(redemptions, orders the twin without the offer made anyway), by segment and offer.
  private var anyway: [[Int64]]
  /// By offer: how many of these make one redemption.
  private let perRedemption: [Int64]

  struct Flips: Sendable, Equatable {
    /// Bought in the campaign under this plan only.
    var persuaded: Int64 = 0
    /// Under both.
    var anyway: Int64 = 0
    /// Under the baseline only.
    var putOff: Int64 = 0
    /// Under neither.
    var untouched: Int64 = 0
  }

  private init(segments: Int, offers: [Offer]) {
    flips = Array(repeating: Flips(), count: segments)
    anyway = Array(repeating: Array(repeating: 0, count: offers.count), count: segments)
    perRedemption = offers.map { Int64($0.terms.judgedPerRedemption) }
  }

  /// Redemptions that the twins would have ordered anyway.
  func deadWeight(in segment: Int) -> Int64 {
    zip(anyway[segment], perRedemption).reduce(0) { $0 + $1.0 / $1.1 }
  }

  func deadWeight(of slot: Int) -> Int64 {
    anyway.reduce(0) { $0 + $1[slot] / perRedemption[slot] }
  }

  static func all(
    _ runs: [MarketRun], _ twins: TwinDesign, _ partition: Partition, parts: Range<Int>,
    segments: [Segment]
  ) -> [TwinComparison] {
    (0..<twins.shown).map { plan in
      var comparison = TwinComparison(
        segments: segments.count, offers: twins.plans[plan].offers)
      guard twins.isComparing else { return comparison }
      for (crowd, part) in parts.enumerated() {
        let segment = partition.parts[part].segment
        // Who comes for a reward alone is won by no plan.
        if segments[segment].hunters == nil {
          comparison.addFlips(
            runs[plan].records[crowd].bought, runs[0].records[crowd].bought, bit: 1 << plan, segment
          )
        }
        for (slot, pair) in twins.without[plan].enumerated() {
          let redeemed = runs[plan].redemptions(crowd: crowd, slot: slot)
          guard !redeemed.isEmpty else { continue }
          let anyway = runs[pair.plan].records[crowd].counts[pair.probe]
          for (with, without) in zip(redeemed, anyway) {
            comparison.anyway[segment][slot] += Int64(min(with, without))
          }
        }
      }
      return comparison
    }
  }

  private mutating func addFlips(
    _ plan: [UInt64], _ baseline: [UInt64], bit: UInt64, _ segment: Int
  ) {
    for (here, there) in zip(plan, baseline) {
      switch (here & bit != 0, there & bit != 0) {
      case (true, false): flips[segment].persuaded += 1
      case (true, true): flips[segment].anyway += 1
      case (false, true): flips[segment].putOff += 1
      case (false, false): flips[segment].untouched += 1
      }
    }
  }

  static func += (sum: inout Self, other: Self) {
    for segment in sum.flips.indices {
      sum.flips[segment].persuaded += other.flips[segment].persuaded
      sum.flips[segment].anyway += other.flips[segment].anyway
      sum.flips[segment].putOff += other.flips[segment].putOff
      sum.flips[segment].untouched += other.flips[segment].untouched
      for slot in sum.anyway[segment].indices {
        sum.anyway[segment][slot] += other.anyway[segment][slot]
      }
    }
  }
}
