/// Something to try before buying (试吃), such as a tasting or a trial stall: whoever takes one has tried us.
///
/// It is for people who know us and have not bought. What it is worth is the offer's; its cost is part of what winning
/// a customer costs. Who takes one is given it, if the budget lasts, and their trial begins the next day.
public struct FreeSample: OfferTerms {
  public static let kind = "samples"

  /// Minor units a taker.
  public var cost: Int64
  /// The chance to buy after it; `nil` for that after any trial.
  public var convinces: Double?

  public init(cost: Int64, convinces: Double? = nil) {
    self.cost = cost
    self.convinces = convinces
  }

  public static var rewardsOrders: Bool { false }
  public static var huntedBy: Hunters.Deed? { .task }
  public static var statesWorth: Bool { true }
  public static func judged(by orders: Offer.Orders) -> Offer.Orders { .first }

  /// Of a sample that does not say it, what it costs.
  public func worth(to shopper: Shopper) -> Double { Double(cost) }
}

extension FreeSample: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<FreeSample>
    /// Who has been given one, and tries it in the morning.
    private var given: [Int] = []

    init(_ terms: FreeSample, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      for index in given {
        crowd.bringToTry(index, convincing: participants.terms.convinces, today)
      }
      given.removeAll(keepingCapacity: true)
      participants.open(today, &crowd, &tally)
    }

    /// Whoever has bought in the course of the day needs none any more; hunters take it all the same.
    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let cost = participants.terms.cost
      let claims = participants.newTakers.filter {
        crowd.isHunting || crowd.customers[$0].stage.isProspect
      }
      .map { Claim(cost, of: $0, at: Double(today.day)) }
      participants.close(today, &crowd, &tally)
      return claims
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid(let amount) = verdict else { return }
      let index = claim.customer
      crowd.reward(amount, to: index, slot: slot, today, &tally)
      participants.redeem(index, today, &crowd, &tally)
      participants.finish(index, today, &crowd)
      // Who hunts has no mind to try.
      if !crowd.isHunting { given.append(index) }
    }
  }
}
