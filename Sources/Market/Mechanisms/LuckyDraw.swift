import Statistics

/// A random amount off certain orders (随机立减): a draw a person and order.
public struct LuckyDraw: OfferTerms {
  public static let kind = "lucky draws"

  /// What is drawn from; what is left of 100 % is nothing.
  public var prizes: [Prize]
  /// δ, the taste for chance: what it is worth over the mean of what is drawn, less one.
  public var taste: Double

  public struct Prize: Sendable, Equatable {
    /// Minor units off, never more than the basket.
    public var amount: Int64
    public var chance: Double

    public init(_ amount: Int64, chance: Double) {
      self.amount = amount
      self.chance = chance
    }
  }

  public init(_ prizes: [Prize], taste: Double = 0) {
    self.prizes = prizes
    self.taste = taste
  }

  /// E[v]·(1 + δ), no v more than the basket.
  public func worth(to shopper: Shopper) -> Double { worth(upTo: shopper.meanBasket) }

  /// E[v]·(1 + δ), no v more than so much.
  func worth(upTo most: Double = .infinity) -> Double {
    prizes.reduce(0) { $0 + $1.chance * min(Double($1.amount), most) } * (1 + taste)
  }

  /// The largest amount, minor units.
  var most: Int64 { prizes.map(\.amount).max() ?? 0 }

  /// Whether there is anything to be drawn.
  var hasPrize: Bool { prizes.contains { $0.amount > 0 && $0.chance > 0 } }

  /// What a draw of 0 … 1 brings, minor units.
  func amount(_ uniform: Double) -> Int64 {
    var below = 0.0
    for prize in prizes {
      below += prize.chance
      if uniform < below { return prize.amount }
    }
    return 0
  }
}

extension LuckyDraw: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<LuckyDraw>
    private let drawing: Purpose

    init(_ terms: LuckyDraw, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      drawing = Purpose("offer.\(offer.name).draw")
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let (terms, purpose) = (participants.terms, drawing)
      // Who draws nothing has had their draw, unless there is nothing to be drawn.
      let isDraw = terms.hasPrize
      return participants.claims(today, &crowd, &tally) { order, crowd in
        var stream = crowd.draws.stream(
          crowd.individual(order.customer), purpose, index: order.number)
        let drawn = terms.amount(stream.uniform())
        return Claim(
          min(drawn, crowd.leftToPay(on: order)), on: order, isBlank: isDraw && drawn == 0)
      }
    }
  }
}
