/// Something that is counted offer by offer.
public enum OfferCount: Int, Sendable, CaseIterable {
  /// People it was for who could notice it.
  case eligible
  case noticed
  case taken
  case redeemed
  /// Orders to which something was added for it.
  case raised
  /// Orders that waited for it in vain.
  case refunded
  /// Talks with those who asked.
  case served
  /// Orders, or questions, for which there was no capacity.
  case turnedAway
  /// Honest claims that a check refused.
  case refused
  /// Claims of bonus hunters that a check caught.
  case caught
  /// Orders of which what was added for it went back.
  case sentBack
  /// Rewards held back and never paid, because the order went back first.
  case withheld
  /// People whom it let down who had just paid in full.
  case letDown
  /// Letters written about it.
  case letters
  /// Letters whose reader did what they call for, in time.
  case followed
  /// People who had not bought yet and came along with somebody for it.
  case companions
  /// Messages sent to those who have joined.
  case sent
  case opened
  case joined
  case left
  /// Who had lapsed and is a customer again.
  case revived
  /// Who had lapsed, took part and is no customer again for it.
  case stayedAway
  /// Who took every step of what it asks for, and who gave up after the first.
  case finished, gaveUp
  /// Of what members collect: what they had as it began, earned, redeemed, lost by not ordering, lost with orders that went
  /// back, and have left.
  case pointsAtStart, pointsEarned, pointsRedeemed, pointsExpired, pointsCancelled
  case pointsOutstanding
  /// Minor units taken off.
  case paid
  /// Minor units of that to bonus hunters.
  case paidToHunters
  /// Minor units of messages.
  case spent

  /// What it is among all that is counted on the journey.
  var event: JourneyEvent? {
    switch self {
    case .noticed: .noticed
    case .taken: .tookPart
    case .redeemed: .redemption
    default:
      nil
    }
  }
}

/// Counts by offer (its place in the plan) and segment.
public struct OfferCounts: Sendable, Equatable {
  public let slots: Int
  private let segments: Int
  private var cells: [Int64]

  init(slots: Int, segments: Int) {
    self.slots = slots
    self.segments = segments
    cells = Array(repeating: 0, count: slots * segments * OfferCount.allCases.count)
  }

  private func position(_ count: OfferCount, _ slot: Int, _ segment: Int) -> Int {
    (slot * segments + segment) * OfferCount.allCases.count + count.rawValue
  }

  mutating func add(_ amount: Int64, to count: OfferCount, slot: Int, segment: Int) {
    // What is paid is money of the ledger too, which tells where it went past 64 bits.
    cells[position(count, slot, segment)] &+= amount
  }

  /// The sum over one segment, or over all.
  public func total(_ count: OfferCount, slot: Int, segment: Int? = nil) -> Int64 {
    (segment.map { $0..<($0 + 1) } ?? 0..<segments).reduce(0) {
      $0 + cells[position(count, slot, $1)]
    }
  }

  public static func += (sum: inout Self, other: Self) {
    precondition(sum.cells.count == other.cells.count, "offers of different plans")
    for cell in sum.cells.indices { sum.cells[cell] &+= other.cells[cell] }
  }
}
