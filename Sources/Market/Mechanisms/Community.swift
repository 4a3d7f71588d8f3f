import Statistics

/// A community (社群): members write to each other, and each letter read adds to the reader's engagement.
public struct Community: OfferTerms {
  public static let kind = "communities"
  public static var isRedeemed: Bool { false }

  /// Chances to join at a trial and at an order.
  public var joinsAtTrial: Double
  public var joinsAtOrder: Double
  /// Share of those who are customers as the window opens who are in it already.
  public var membersAtStart: Double
  /// Posts a day of a member who is as active as can be; of others times E/(E + half).
  public var posts: Double
  /// Members who read a post, on average.
  public var readers: Double
  /// What reading one adds to engagement.
  public var adds: Double
  /// Minor units that a member costs a day.
  public var cost: Double

  public init(
    joinsAtTrial: Double = 0, joinsAtOrder: Double, membersAtStart: Double = 0, posts: Double,
    readers: Double, adds: Double = 1, cost: Double = 0
  ) {
    self.joinsAtTrial = joinsAtTrial
    self.joinsAtOrder = joinsAtOrder
    self.membersAtStart = membersAtStart
    self.posts = posts
    self.readers = readers
    self.adds = adds
    self.cost = cost
  }

  /// Nobody weighs whether to take part.
  public func worth(to shopper: Shopper) -> Double { 0 }
}

extension Community: PlayedTerms {
  /// A community's members in one crowd.
  struct Played: Mechanism {
    var participants: Participants<Community>
    private var joining: Joining
    private let writing: Purpose
    private var members: [Int] = []
    /// Claims that this day has brought so far: who has joined, and what was written.
    private var claims: [Claim] = []
    private var carry = Carry()

    init(_ terms: Community, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      joining = Joining(
        Joining.Chances(
          atStart: terms.membersAtStart, atTrial: terms.joinsAtTrial, atOrder: terms.joinsAtOrder),
        "community", of: offer, slot: slot)
      writing = Purpose("community.\(offer.name).posts")
    }

    static func couplings(_ terms: Community, of offer: Offer) -> Set<Coupling> { [.letters] }

    static func clearing(_ terms: Community, of offer: Offer) -> (any Clearing)? { Readers() }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      admit(joining.begin(today, &crowd), at: Double(today.day))
      guard participants.offer.window.contains(today.day) else { return }
      for index in members { write(index, today, crowd) }
      let cost = carry.post(Double(members.count) * participants.terms.cost)
      crowd.spend(cost, on: .messaging, slot: slot, today, &tally)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      admit(joining.close(today, &crowd, &tally), at: Double(today.day + 1))
      defer { claims.removeAll(keepingCapacity: true) }
      return claims
    }

    /// A letter has reached somebody, who reads it tomorrow unless they have left.
    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid = verdict else { return }
      let segment = crowd.setting.index
      tally.count(1, .sent, of: slot, day: today.day, segment: segment)
      guard crowd.customers[claim.customer].stage != .lapsed else { return }
      tally.count(1, .opened, of: slot, day: today.day, segment: segment)
      crowd.engage(claim.customer, by: participants.terms.adds)
    }

    private mutating func admit(_ newcomers: [Int], at time: Double) {
      members += newcomers
      claims += newcomers.map { Claim(0, of: $0, at: time) }
    }

    /// Who is active writes, to members at random.
    private mutating func write(_ index: Int, _ today: Today, _ crowd: Crowd) {
      let terms = participants.terms
      let posts = terms.posts * crowd.activity(of: index)
      guard posts > 0, terms.readers > 0 else { return }
      var stream = crowd.draws.stream(crowd.individual(index), writing, index: today.day)
      // One stream's draws end beyond some 4,000.
      let most = 3_500
      let written = Poisson(uncheckedMean: min(posts, Double(most))).sample(&stream)
      guard written > 0 else { return }
      let read = Poisson(uncheckedMean: min(Double(written) * terms.readers, 3_000)).sample(&stream)
      guard read > 0 else { return }
      // After those who are in it from the opening on, before those who join.
      var claim = Claim(0, of: index, at: Double(today.day) + 0.5)
      claim.readers = (0..<min(read, most)).map { _ in stream.uniform() }
      claims.append(claim)
    }
  }
}

/// The members of a community in the whole market, and which of them each post reaches: all but its writer alike.
struct Readers: Clearing {
  /// Their claims to be in it, in the order of joining.
  private var members: [MarketClaim] = []
  private var places: [Who: Int] = [:]
  let isOver = false

  private struct Who: Hashable {
    let crowd: Int
    let customer: Int
  }

  /// A verdict on a member's claim for each letter that reaches them.
  mutating func judge(_ claims: [MarketClaim], on day: Int) -> [(MarketClaim, Verdict)] {
    var verdicts: [(MarketClaim, Verdict)] = []
    for made in claims {
      let who = Who(crowd: made.crowd, customer: made.claim.customer)
      guard !made.claim.readers.isEmpty else {
        places[who] = members.count
        members.append(made)
        continue
      }
      guard let own = places[who] else { continue }
      let others = members.count - 1
      guard others > 0 else { continue }
      for share in made.claim.readers {
        let place = min(others - 1, Int(share * Double(others)))
        verdicts.append((members[place < own ? place : place + 1], .paid(1)))
      }
    }
    return verdicts
  }
}
