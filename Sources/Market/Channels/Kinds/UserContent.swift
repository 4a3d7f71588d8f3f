import Statistics

/// Pieces that customers make of their own accord, such as notes or photos of what they bought: the more engaged they
/// are, the more.
///
/// A day brings pieces·Σ E/(E + half) of them, over all customers, each seen by so many people of the audience.
public struct UserContent: ChannelTerms {
  /// Pieces a day of a customer who is as active as can be.
  public var pieces: Double
  /// People who see a piece.
  public var seenBy: Double
  /// Minor units a piece, such as a reward for it.
  public var cost: Double

  public init(pieces: Double, seenBy: Double, cost: Double = 0) {
    self.pieces = pieces
    self.seenBy = seenBy
    self.cost = cost
  }

  public var kind: String { "user content" }
  public var isUsed: Bool { pieces > 0 }
  public var isMadeByCustomers: Bool { true }

  /// Where all the audience are customers, as active as can be.
  public func mostContacts(among people: Double, in days: Int) -> Double {
    people * pieces * seenBy
  }

  /// What is made hangs on how many customers there will be.
  public func spending(in days: Int) -> Double { 0 }

  public func scaled(by factor: Double) -> any ChannelTerms {
    var terms = self
    terms.pieces = pieces * factor
    return terms
  }
}

extension UserContent: PlayedChannelTerms {
  struct Played: ChannelPlay {
    init(_ name: String, _ draws: Draws) {}

    func open(_ morning: ChannelMorning, _ terms: UserContent) -> ChannelDay {
      guard morning.isOn, morning.audience > 0 else { return ChannelDay() }
      let made = terms.pieces * morning.engaged
      return ChannelDay(contacts: made * terms.seenBy, fixedCost: made * terms.cost)
    }
  }
}
