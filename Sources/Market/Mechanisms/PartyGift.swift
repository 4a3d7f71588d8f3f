import RealModule
import Statistics

/// Something given to who comes with others (三人同行), such as three come and one dish is free.
///
/// An order of who takes part is a full party's with probability pⁿ⁻¹: each of the n − 1 others comes along with p. Then it
/// is larger, the gift is given, and each of the others is with b/(n − 1) somebody of the market at random: who has not
/// bought yet knows us and tries the next day.
public struct PartyGift: OfferTerms {
  public static let kind = "parties"
  static let source = "companion"

  /// n: how many come together, who orders among them.
  public var party: Int
  /// Minor units a gift.
  public var cost: Int64
  /// What a gift is worth to who takes part, minor units.
  public var giftIsWorth: Double
  /// p.
  public var othersCome: Double
  /// b: of a full party's n − 1 others, those who are anybody of the market; the rest are guests as it is.
  public var brings: Double
  /// The chance that who came along buys after the trial; `nil` for that of everybody.
  public var convinces: Double?
  /// What a party's order comes to, over what it would have been.
  public var bill: Double

  public init(
    party: Int, cost: Int64, worth: Double, othersCome: Double = 1, brings: Double = 0,
    convinces: Double? = nil, bill: Double = 1
  ) {
    self.party = party
    self.cost = cost
    giftIsWorth = worth
    self.othersCome = othersCome
    self.brings = brings
    self.convinces = convinces
    self.bill = bill
  }

  public static var sources: [String] { [source] }

  /// pⁿ⁻¹.
  var isFull: Double { Double.pow(othersCome, party - 1) }

  /// What a gift is worth as often as the party is full.
  public func worth(to shopper: Shopper) -> Double { giftIsWorth * isFull }
}

extension PartyGift: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<PartyGift>
    private let gathering: Purpose
    private let bringing: Purpose
    private let source: Int

    init(_ terms: PartyGift, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      gathering = Purpose("offer.\(offer.name).party")
      bringing = Purpose("offer.\(offer.name).companions")
      source = crowd.setting.sources.named(PartyGift.source)
    }

    static var touchesEverybody: Bool { true }

    static func couplings(_ terms: PartyGift, of offer: Offer) -> Set<Coupling> {
      terms.brings > 0 ? [.letters] : []
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      for letter in mail { tryToo(letter.to - crowd.firstPerson, today, &crowd, &tally) }
      participants.open(today, &crowd, &tally)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (terms, purpose) = (participants.terms, gathering)
      return participants.claims(today, &crowd, &tally) { order, crowd in
        var stream = crowd.draws.stream(
          crowd.individual(order.customer), purpose, index: order.number)
        guard stream.uniform() < terms.isFull else { return nil }
        let more = Double(order.basket) * (terms.bill - 1)
        return Claim(
          terms.cost, on: order, raisedBy: Int64(more.rounded()), isBlank: terms.giftIsWorth > 0)
      }
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid(let amount) = verdict, let order = claim.order else { return }
      if claim.raise > 0 { crowd.raise(order, by: claim.raise, slot: slot, today, &tally) }
      crowd.reward(amount, for: order, slot: slot, isTakenOff: false, today, &tally)
      participants.redeem(claim.customer, today, &crowd, &tally)
      // Bonus hunters come alone, and accounts are nobody's company.
      if !crowd.isHunting { bringOthers(to: order, today, crowd, &tally) }
    }

    /// Of the others of a full party some are anybody of the market: they hear of us by it, and tomorrow they try.
    private func bringOthers(
      to order: Order, _ today: Today, _ crowd: Crowd, _ tally: inout Tally
    ) {
      let (others, terms) = (participants.terms.party - 1, participants.terms)
      guard terms.brings > 0 else { return }
      var stream = crowd.draws.stream(
        crowd.individual(order.customer), bringing, index: order.number)
      for _ in 0..<others {
        // Both are drawn for each, so that who comes along does not hang on how many do.
        let (isAnybody, who) = (
          stream.uniform() < terms.brings / Double(others), crowd.somebody(stream.uniform())
        )
        guard isAnybody else { continue }
        tally.outbox.append(
          Letter(
            to: who, from: crowd.firstPerson + order.customer, day: today.day + 1, slot: slot,
            word: .call))
      }
    }

    /// Somebody came along: who has not bought yet knows us, and tries.
    private func tryToo(
      _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      guard !crowd.isHunting, crowd.inform(index, source: source, today, &tally) else { return }
      tally.count(1, .companions, of: slot, day: today.day, segment: crowd.setting.index)
      crowd.bringToTry(index, convincing: participants.terms.convinces, today)
    }
  }
}
