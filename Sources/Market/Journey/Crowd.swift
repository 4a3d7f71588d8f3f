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
  var contacts = ContactColumns([])
  var offers: OfferColumns
  /// What everybody has in hand who hears of us now.
  var atHand: [any AtHand] = []
  var reference: RewardReference
  var slowing: Slowing
  /// `nil` where everybody is offered all of the plan.
  var arms: CrowdArms?
  var grudges = Grudges()
  var bonds = Bonds()
  var endorsements = Endorsements()
  var convictions = Convictions()
  var fatigue = MessageFatigue()
  var participationCosts = ParticipationCosts()
  /// By account of bonus hunters: minor units it orders for; empty until first needed.
  var hunted: [Int64] = []
  /// By channel that eases a committee's roles: whom it reached; empty until first needed.
  var persuasions: [Endorsements] = []
  var afterOrders = AfterOrders()
  var comebacks = Comebacks()
  var worth = AcquiredWorth()
  /// By channel: what its commissions have come to beyond whole units; empty before the first.
  var commissionCarries: [Carry] = []
  var day = CurrentDay()
  var stops = Stops()

  /// The horizon ends here: settings become those of the run-off, states stay.
  mutating func playOn(_ after: SegmentSetting) {
    worth.endHorizon(customers)
    // What they were slowed by until then is seen at the plan's prices.
    if slowing.isUsed {
      for index in customers.indices where customers[index].stage == .customer {
        catchUp(index, to: setting.horizon)
      }
    }
    setting = after
  }

  /// Index of somebody here among all people simulated.
  @inline(__always)
  func personIndex(_ who: Individual) -> Int { firstPerson + Int(who.index) - firstIndex }

  /// What is known of somebody from before the first day, where they are one of today's real customers.
  func known(_ customer: Int) -> TodaysCustomer? {
    base.isEmpty ? nil : base[base.startIndex + customer]
  }

  @inline(__always)
  func individual(_ customer: Int) -> Individual {
    Individual(family: family, index: UInt32(truncatingIfNeeded: firstIndex + customer))
  }
}
