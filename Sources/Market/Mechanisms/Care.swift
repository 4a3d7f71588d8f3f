import RealModule
import Statistics

/// One-to-one care: people who know us ask at a rate, and so many of them a day are talked to.
public struct Care: OfferTerms {
  public static let kind = "care"
  public static var isRedeemed: Bool { false }
  public static var servesEverybody: Bool { true }

  /// Questions per day of a customer, and of somebody who has not bought yet.
  public var customersAsk: Double
  public var prospectsAsk: Double
  /// Talks a day.
  public var talks: Int
  /// Minor units a talk.
  public var cost: Double
  /// Whether opinion leaders come first, then repeat customers, then customers; else who asks first.
  public var hasRanks: Bool
  /// What a talk multiplies purchases by, for some days from the next on.
  public var factor: Double
  public var days: Int
  /// What a talk adds to engagement; a visit adds 1.
  public var adds: Double
  /// The chance to buy after a trial within those days of a prospect who was talked to; `nil` for that of everybody.
  public var convinces: Double?
  /// s: what asking in vain takes off satisfaction.
  public var disappointment: Double

  public init(
    customersAsk: Double, prospectsAsk: Double = 0, talks: Int, cost: Double = 0,
    hasRanks: Bool = false, factor: Double = 1, days: Int = 0, adds: Double = 0,
    convinces: Double? = nil, disappointment: Double = 0
  ) {
    self.customersAsk = customersAsk
    self.prospectsAsk = prospectsAsk
    self.talks = talks
    self.cost = cost
    self.hasRanks = hasRanks
    self.factor = factor
    self.days = days
    self.adds = adds
    self.convinces = convinces
    self.disappointment = disappointment
  }

  /// Nobody weighs it.
  public func worth(to shopper: Shopper) -> Double { 0 }
  public static var rewardsOrders: Bool { false }
}

extension Care: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Care>
    private let asking: Purpose
    private let whether: Purpose
    /// By customer: the day on which they may ask next.
    private var book: DayBook
    private var due: [UInt16] = []
    private var asked: [Claim] = []
    /// Who may ask.
    private var isKnown: [Bool]
    private var raised: TemporaryFactor
    private var carry = Carry()

    init(_ terms: Care, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      asking = Purpose("care.\(offer.name).ask")
      whether = Purpose("care.\(offer.name).ask or not")
      book = DayBook(customers: crowd.customers.count, days: crowd.setting.days)
      isKnown = Array(repeating: false, count: crowd.customers.count)
      raised = TemporaryFactor(terms.factor, days: terms.days, slot: slot, for: crowd)
    }

    static func couplings(_ terms: Care, of offer: Offer) -> Set<Coupling> { [.capacity] }

    static func clearing(_ terms: Care, of offer: Offer) -> (any Clearing)? {
      Talks(count: terms.talks)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      raised.open(today, &crowd)
      let window = participants.offer.window
      if today.day == window.lowerBound {
        for index in crowd.customers.indices where crowd.customers[index].stage != .unaware {
          admit(index, today.day, crowd)
        }
      }
      book.take(today.day, into: &due)
      guard window.contains(today.day) else { return }
      for index in due { ask(Int(index), today, &crowd, &tally) }
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      if participants.offer.window.contains(today.day) {
        for index in crowd.day.newlyAware { admit(index, today.day + 1, crowd) }
      }
      defer { asked.removeAll(keepingCapacity: true) }
      return asked
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      let (terms, index) = (participants.terms, claim.customer)
      guard case .paid = verdict else {
        tally.count(1, .turnedAway, of: slot, day: today.day, segment: crowd.setting.index)
        crowd.disappoint(index, by: terms.disappointment, today, &tally)
        return
      }
      tally.count(1, .served, of: slot, day: today.day, segment: crowd.setting.index)
      crowd.spend(carry.post(terms.cost), on: .messaging, slot: slot, today, &tally)
      raised.begin(index, on: today.day + 1, &crowd)
      if terms.adds > 0 { crowd.engage(index, by: terms.adds, from: today.day + 1) }
      guard crowd.customers[index].stage.isProspect else { return }
      crowd.remind(index, from: today.day + 1, today)
      if let chance = terms.convinces {
        crowd.convictions.set(
          chance, until: today.day + 1 + terms.days, index, among: crowd.customers.count)
      }
    }

    /// Somebody may ask from a day on.
    @inline(__always)
    private mutating func admit(_ index: Int, _ day: Int, _ crowd: Crowd) {
      guard !isKnown[index] else { return }
      isKnown[index] = true
      wait(index, from: day, crowd)
    }

    /// The day on which somebody may ask next, at the rate of those who ask most.
    @inline(__always)
    private mutating func wait(_ index: Int, from day: Int, _ crowd: Crowd) {
      let terms = participants.terms
      let most = max(terms.customersAsk, terms.prospectsAsk)
      guard most > 0 else { return }
      var stream = crowd.draws.stream(crowd.individual(index), asking, index: day)
      let wait = stream.exponential() / most
      guard wait < Double(crowd.setting.days - day) else { return }
      book.enter(index, on: day + Int(wait))
    }

    private mutating func ask(
      _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (terms, customer) = (participants.terms, crowd.customers[index])
      guard customer.stage != .lapsed else { return }
      wait(index, from: today.day + 1, crowd)
      guard participants.isMeant(for: index, on: today.day, crowd) else { return }
      let rate = customer.stage.isProspect ? terms.prospectsAsk : terms.customersAsk
      var stream = crowd.draws.stream(crowd.individual(index), whether, index: today.day)
      guard stream.uniform() * max(terms.customersAsk, terms.prospectsAsk) < rate else { return }
      var claim = Claim(0, of: index, at: Double(today.day) + stream.uniform())
      claim.rank = terms.hasRanks ? rank(index, crowd) : 0
      asked.append(claim)
    }

    @inline(__always)
    private func rank(_ index: Int, _ crowd: Crowd) -> Int {
      let usual = crowd.setting.segment.feedback.influence
      if crowd.setting.traits.influence(crowd.draws, crowd.individual(index)) > usual { return 0 }
      return 3 - min(2, Int(crowd.customers[index].orders))
    }
  }
}

/// Talks to so many a day, by rank and then by who asks first.
struct Talks: Clearing {
  let count: Int
  var isOver: Bool { false }

  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts) {
    // Claims come in the order of their times; equal ranks keep it.
    let order = claims.indices.sorted { one, other in
      (claims[one].claim.rank, one) < (claims[other].claim.rank, other)
    }
    for (rank, place) in order.enumerated() {
      verdicts.give(rank < count ? .paid(0) : .refused, at: place)
    }
  }
}
