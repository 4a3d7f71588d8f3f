import RealModule
import Statistics

/// Pieces of content that are seen again and again, such as notes, films or recipes.
///
/// On day k = 0, 1, … of its life a piece brings r₀·2^(−k/h) + tail contacts per head of its audience; one that comes
/// while people are tired of those before brings (1 − w)^F of that, F the pieces they have not recovered from.
public struct Content: ChannelTerms {
  /// Days from one piece to the next, the first on the first day; `nil` where none is made.
  public var every: Int?
  /// Minor units a piece.
  public var cost: Double
  /// r₀: contacts per head on a piece's first day, without its tail.
  public var first: Double
  /// h: days in which they halve.
  public var halfLife: Double
  /// Contacts per head on every day of a piece's life.
  public var tail: Double
  /// w: how much less a piece brings for each before it that people have not recovered from.
  public var wear: Double
  /// Days in which half of that is recovered from; `nil` where it never is.
  public var recovery: Double?

  public init(
    every: Int?, cost: Double, first: Double, halfLife: Double, tail: Double = 0, wear: Double = 0,
    recovery: Double? = nil
  ) {
    self.every = every
    self.cost = cost
    self.first = first
    self.halfLife = halfLife
    self.tail = tail
    self.wear = wear
    self.recovery = recovery
  }

  public var kind: String { "content" }
  public var isUsed: Bool { every != nil }

  public func mostContacts(among people: Double, in days: Int) -> Double {
    guard let every else { return 0 }
    var (seen, most) = (Seen(), 0.0)
    for day in stride(from: 0, to: days, by: every) {
      if day > 0 { seen.pass(every, self) }
      seen.add(self)
      most = max(most, seen.perHead)
    }
    return people * most
  }

  public func spending(in days: Int) -> Double {
    every.map { cost * Double((days + $0 - 1) / $0) } ?? 0
  }

  /// Pieces that cost and bring a multiple, on the same days.
  public func scaled(by factor: Double) -> any ChannelTerms {
    var terms = self
    if factor == 0 { terms.every = nil }
    (terms.cost, terms.first, terms.tail) = (cost * factor, first * factor, tail * factor)
    return terms
  }

  /// What is seen on a day of all pieces so far, per head of the audience.
  struct Seen: Sendable {
    private var fading = 0.0
    private var tails = 0.0
    /// F: pieces that people have not recovered from.
    private var tired = 0.0

    var perHead: Double { fading + tails }

    mutating func pass(_ days: Int, _ terms: Content) {
      fading *= Double.exp2(-Double(days) / terms.halfLife)
      if let recovery = terms.recovery { tired *= Double.exp2(-Double(days) / recovery) }
    }

    /// A new piece.
    mutating func add(_ terms: Content) {
      // Nothing to the power of nothing is one here: whatever the wear, the first piece is new.
      let fresh = tired > 0 ? Double.pow(1 - terms.wear, tired) : 1
      fading += terms.first * fresh
      tails += terms.tail * fresh
      tired += 1
    }
  }
}

extension Content: PlayedChannelTerms {
  struct Played: ChannelPlay {
    private var seen = Seen()

    init(_ name: String, _ draws: Draws) {}

    mutating func open(_ morning: ChannelMorning, _ terms: Content) -> ChannelDay {
      seen.pass(1, terms)
      var day = ChannelDay()
      if morning.turn(every: terms.every) != nil {
        seen.add(terms)
        day.fixedCost = terms.cost
      }
      day.contacts = seen.perHead * Double(morning.audience)
      return day
    }
  }
}
