import Statistics

/// A community (社群): members write to each other, and each letter read adds to the reader's engagement.
public struct Community: OfferTerms {
  public static let kind = "communities"
  public static var isRedeemed: Bool { false }
  public static var hasMembers: Bool { true }

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
    private let joining: Joining
    private let writing: Purpose
    private let beginning: Purpose
    private var members = 0
    /// By member: when they may write next, as if they were as active as can be, in days; empty before the first.
    private var next: [Double] = []
    private var book: DayBook
    private var due: [UInt16] = []
    /// Claims that this day has brought so far: who has joined, and what was written.
    private var claims: [Claim] = []
    private var messages: Messages

    init(_ terms: Community, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd, isIdle: true)
      joining = Joining(
        Joining.Chances(
          atStart: terms.membersAtStart, atTrial: terms.joinsAtTrial, atOrder: terms.joinsAtOrder),
        "community", of: offer, slot: slot)
      messages = Messages(costing: terms.cost, slot: slot)
      writing = Purpose("community.\(offer.name).posts")
      beginning = Purpose("community.\(offer.name).first post")
      book = DayBook(customers: crowd.customers.count, days: crowd.setting.days)
    }

    static func couplings(_ terms: Community, of offer: Offer) -> Set<Coupling> { [.letters] }

    static func clearing(_ terms: Community, of offer: Offer) -> (any Clearing)? { Readers() }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      admit(joining.begin(today, &crowd), at: today.day, crowd)
      book.take(today.day, into: &due)
      guard participants.offer.window.contains(today.day) else { return }
      for index in due { write(Int(index), today, &crowd) }
      messages.pay(for: Int64(members), today, crowd, &tally)
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      admit(joining.close(today, &crowd, &tally), at: today.day + 1, crowd)
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
      crowd.engage(claim.customer, by: participants.terms.adds, from: today.day + 1)
    }

    private mutating func admit(_ newcomers: [Int], at day: Int, _ crowd: Crowd) {
      guard !newcomers.isEmpty else { return }
      members += newcomers.count
      claims += newcomers.map { Claim(0, of: $0, at: Double(day)) }
      guard participants.terms.posts > 0, participants.terms.readers > 0 else { return }
      if next.isEmpty { next = Array(repeating: 0, count: crowd.customers.count) }
      for index in newcomers {
        var stream = crowd.draws.stream(crowd.individual(index), beginning)
        wait(index, from: day, &stream)
      }
    }

    /// Sets when somebody may write next who were as active as can be, from the opening of a day on.
    private mutating func wait(_ index: Int, from day: Int, _ stream: inout DrawStream) {
      next[index] = Double(day) + stream.exponential() / participants.terms.posts
      book.enter(index, on: next[index] < Double(UInt16.max) ? Int(next[index]) : .max)
    }

    /// Who may write today does so if active enough, to members at random.
    ///
    /// Of posts that come at the highest rate there is a share as large as the writer is active is written: Poisson
    /// too. The first of the day has come up; of the others, what the day has left counts.
    private mutating func write(_ index: Int, _ today: Today, _ crowd: inout Crowd) {
      let terms = participants.terms
      let activity = crowd.activity(of: index, on: today.day)
      var stream = crowd.draws.stream(crowd.individual(index), writing, index: today.day)
      let left = Double(today.day + 1) - next[index]
      wait(index, from: today.day + 1, &stream)
      guard activity > 0 else { return }
      let most = DrawStream.most
      let others = min(terms.posts * activity * left, Double(most))
      let written =
        (stream.uniform() < activity ? 1 : 0) + Poisson(uncheckedMean: others).sample(&stream)
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
  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts) {
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
        verdicts.give(.paid(1), to: members[place < own ? place : place + 1])
      }
    }
  }
}
