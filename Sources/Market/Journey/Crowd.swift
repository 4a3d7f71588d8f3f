import Statistics

/// A few thousand people of one segment who are played together; everything about them fits a cache.
struct Crowd: Sendable {
  static let size = 4096

  /// Those of the run-off from the end of the horizon on.
  var setting: SegmentSetting
  let draws: Draws
  let family: UInt32
  /// Index of the first person here among the family.
  let firstIndex: Int
  /// Index of the first person here among all people simulated.
  let firstPerson: Int
  /// People in the whole market, whoever may be told.
  let people: Int
  let months: [Int]
  /// The real customers these people are, where they are today's.
  let base: ArraySlice<TodaysCustomer>

  var customers: [Customer]
  var book: DayBook
  /// Per contact clock: where each person's next contact waits, and how many there were.
  var contactTargets: [[Float]]
  var contactCounts: [[UInt16]]
  var offers: OfferColumns
  var reference: RewardReference
  /// `nil` where everybody is offered all of the plan.
  var arms: CrowdArms?
  /// Cash flows are kept by these numbers: the index among the acquired of this crowd.
  var acquiredNumber: [UInt16] = []
  var acquired: [UInt16] = []
  /// By number: what they had contributed by the end of the horizon.
  var realised: [Double] = []
  var flows: [Flow] = []

  /// Today's orders and the people who became aware today, for whoever reacts to them.
  var orders: [Order] = []
  /// Rewards granted on each of today's orders so far.
  var rewarded: [Int64] = []
  /// What is left of each of today's orders after goods, service and rewards.
  var takings: [Int64] = []
  var newlyAware: [Int] = []

  /// The horizon ends here: settings become those of the run-off, states stay.
  mutating func playOn(_ after: SegmentSetting) {
    realised = acquired.map { customers[Int($0)].contribution }
    setting = after
  }

  func individual(_ customer: Int) -> Individual {
    Individual(family: family, index: UInt32(truncatingIfNeeded: firstIndex + customer))
  }
}

/// A paid order.
struct Order: Sendable {
  let customer: Int
  /// In days since the start; its fraction is the time of day.
  let time: Double
  let basket: Int64
  /// 1 for a customer's first ever.
  let number: Int
  let source: Int
  /// Index among the crowd's orders of the day.
  let place: Int
}

/// Today's shared state of the market as one segment sees it, fixed at the day's opening.
struct Today: Sendable {
  let day: Int
  let quality: Double
  /// All contact clocks of the market.
  let contactClocks: [CommonClock]
  let trials: CommonClock
  /// The same day as people of each arm see it; empty where all see the same.
  var ofArms: [Today] = []
}
