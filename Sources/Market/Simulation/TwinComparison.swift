/// A plan's customers against their twins.
struct TwinComparison: Sendable, Equatable {
  /// By segment.
  private(set) var flips: [Flips]
  /// By segment and offer: what customers redeemed.
  private var judged: [[Judged]]
  /// By offer: whether it is judged by the orders of others than those who redeem it.
  private let isByOthers: [Bool]

  /// Orders by which redemptions are judged.
  struct Judged: Sendable, Equatable {
    var orders: Int64 = 0
    /// Σ min(orders, orders the twin without the offer made anyway).
    var anyway: Int64 = 0
  }

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
    judged = Array(repeating: Array(repeating: Judged(), count: offers.count), count: segments)
    isByOthers = offers.map { type(of: $0.terms).isJudgedByOthers }
  }

  /// Redemptions of a segment's customers that are judged, and those that the twins would have ordered anyway.
  ///
  /// Of an offer that is judged by others' orders, such as friends' first ones, a redemption has come anyway as far as
  /// those orders have: `redeemed` says by offer how often customers did.
  func redemptions(
    in segment: Int? = nil, of slot: Int? = nil, redeemed: [Int64]
  ) -> (judged: Double, anyway: Double) {
    var (sum, anyway) = (0.0, 0.0)
    for place in slot.map({ $0..<$0 + 1 }) ?? isByOthers.indices {
      let all = judged.reduce(0) { $0 + $1[place].orders }
      guard all > 0 else { continue }
      let each = isByOthers[place] ? Double(redeemed[place]) / Double(all) : 1
      for index in segment.map({ $0..<$0 + 1 }) ?? judged.indices {
        sum += Double(judged[index][place].orders) * each
        anyway += Double(judged[index][place].anyway) * each
      }
    }
    return (sum, anyway)
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
        // Who comes for a reward alone is won by no plan, and says nothing of who would have ordered anyway.
        guard segments[segment].hunters == nil else { continue }
        comparison.addFlips(
          runs[plan].records[crowd].bought, runs[0].records[crowd].bought, bit: 1 << plan, segment)
        for (slot, pair) in twins.without[plan].enumerated() {
          let redeemed = runs[plan].redemptions(crowd: crowd, slot: slot)
          guard !redeemed.isEmpty else { continue }
          let anyway = runs[pair.plan].records[crowd].counts[pair.probe]
          for (with, without) in zip(redeemed, anyway) {
            comparison.judged[segment][slot].orders += Int64(with)
            comparison.judged[segment][slot].anyway += Int64(min(with, without))
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
      for slot in sum.judged[segment].indices {
        sum.judged[segment][slot].orders += other.judged[segment][slot].orders
        sum.judged[segment][slot].anyway += other.judged[segment][slot].anyway
      }
    }
  }
}
