/// Plays an offer of one kind among the people of one crowd: called once a day with the crowd's batch, never per
/// customer.
///
/// A mechanism touches only its own slot of the crowd's offer columns and its own calendar; a plan that does not use
/// it has none of it. What every offer has is its participants'; a mechanism adds what it claims for whom.
protocol Mechanism: Sendable {
  associatedtype Terms: PlayedTerms

  /// An offer's life in the people of the crowd.
  var participants: Participants<Terms> { get set }

  /// Redemptions within the horizon by the customer whose orders they are judged by; empty where there were none.
  var redemptions: [UInt16] { get }

  /// An offer of this kind among a crowd; its slot is its place in the plan.
  init(_ terms: Terms, of offer: Offer, slot: Int, for crowd: Crowd)

  /// Whether it has to do with people of segments that the offer is not for, such as whom participants write to.
  static var touchesEverybody: Bool { get }

  /// Whether such an offer goes on after the horizon as the baseline has it, such as what can be served.
  static var goesOn: Bool { get }

  /// What the offer multiplies a whole segment's purchase intensity by on a day, where nobody has to be looked at.
  static func outright(_ offer: Offer, for segment: Segment, on day: Int) -> Double

  /// What of the offer lets one person's doings reach another, beside what any offer may have: a budget, social proof.
  static func couplings(_ terms: Terms, of offer: Offer) -> Set<Coupling>

  /// What judges the claims of all people of the market; `nil` where each is paid whatever the others do.
  static func clearing(_ terms: Terms, of offer: Offer) -> (any Clearing)?

  /// At the opening of a day: letters are read; who notices, whose offer ends.
  mutating func open(
    _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally)

  /// At the closing, with the day's orders, trials and newcomers: claims.
  mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim]

  /// What became of a claim, of this day or of one before.
  mutating func settle(
    _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally)

  /// From tomorrow on the offer is over, such as when its budget is used up.
  mutating func withdraw(_ today: Today, _ crowd: inout Crowd)

  /// The horizon ends before this day: nobody newly notices the offer, and what was taken is honoured.
  mutating func endOffering(_ day: Int, _ crowd: inout Crowd)

  /// From this day on, after the horizon, it is as the baseline has it; `nil` where the baseline has it not.
  mutating func goOn(as offer: Offer?, _ day: Int, _ crowd: inout Crowd)
}

/// Terms that the engine can play.
protocol PlayedTerms: OfferTerms {
  associatedtype Played: Mechanism where Played.Terms == Self
}

extension PlayedTerms {
  fileprivate func mechanism(_ offer: Offer, slot: Int, for crowd: Crowd) -> any Mechanism {
    Played(self, of: offer, slot: slot, for: crowd)
  }

  fileprivate var touchesEverybody: Bool { Played.touchesEverybody }

  fileprivate var goesOn: Bool { Played.goesOn }

  fileprivate func outright(_ offer: Offer, for segment: Segment, on day: Int) -> Double {
    Played.outright(offer, for: segment, on: day)
  }

  fileprivate func couplings(_ offer: Offer) -> Set<Coupling> {
    Played.couplings(self, of: offer)
  }

  fileprivate func clearing(_ offer: Offer) -> (any Clearing)? { Played.clearing(self, of: offer) }
}

extension Offer {
  /// What plays it among a crowd; `nil` where it has nothing to do with its people.
  ///
  /// What goes on after the horizon `as` the baseline has it has to do with whom that is for.
  func mechanism(slot: Int, for crowd: Crowd, goingOnAs later: Offer?) -> (any Mechanism)? {
    segments.contains(crowd.setting.index) || played.touchesEverybody
      || later?.segments.contains(crowd.setting.index) == true
      ? played.mechanism(self, slot: slot, for: crowd) : nil
  }

  /// Whether it goes on after the horizon as the baseline has it.
  var goesOn: Bool { played.goesOn }

  /// What it multiplies a whole segment's purchase intensity by on a day; 1 where each is followed.
  func outright(for segment: Segment, on day: Int) -> Double {
    played.outright(self, for: segment, on: day)
  }

  /// What of it lets one person's doings reach another.
  var couplings: Set<Coupling> {
    played.couplings(self).union(socialProof == nil ? [] : [.takers])
      .union(budget == nil ? [] : [.budgets])
  }

  /// What judges the claims on it; `nil` where each is paid whatever the others do.
  var clearing: (any Clearing)? { played.clearing(self) }

  private var played: any PlayedTerms {
    guard let played = terms as? any PlayedTerms else {
      preconditionFailure("no mechanism plays offers of the kind \(type(of: terms).kind)")
    }
    return played
  }
}
