import RealModule
import Statistics

/// Posts of opinion leaders, each for a fee, whose reach is a matter of luck: Pareto(shape, least) contacts.
public struct OpinionLeaders: ChannelTerms {
  /// Days from one post to the next, the first on the first day; `nil` where there is none.
  public var every: Int?
  /// Minor units a post.
  public var fee: Double
  /// α of the Pareto law: above 1, or a post would have no mean.
  public var shape: Double
  /// The fewest contacts of a post.
  public var least: Double

  public init(every: Int?, fee: Double, shape: Double, least: Double) {
    self.every = every
    self.fee = fee
    self.shape = shape
    self.least = least
  }

  public var kind: String { "opinion leaders" }
  public var isUsed: Bool { every != nil }
  public var isDrawn: Bool { true }

  /// Contacts of a post on average.
  public var mean: Double { shape * least / (shape - 1) }

  /// Contacts that a share of posts exceeds.
  func exceeded(by share: Double) -> Double { least * Double.pow(share, -1 / shape) }

  public func mostContacts(among people: Double, in days: Int) -> Double { isUsed ? mean : 0 }

  public func spending(in days: Int) -> Double {
    every.map { fee * Double((days + $0 - 1) / $0) } ?? 0
  }

  /// Posts that cost and reach a multiple, on the same days.
  public func scaled(by factor: Double) -> any ChannelTerms {
    var terms = self
    if factor == 0 { terms.every = nil }
    (terms.fee, terms.least) = (fee * factor, least * factor)
    return terms
  }
}

extension OpinionLeaders: PlayedChannelTerms {
  /// The market's own draws: a post's reach hangs on seed, replication, the channel's name and the post's number.
  struct Played: ChannelPlay {
    private let draws: Draws
    private let leaders: Individual

    private static let reach = Purpose("channel.reach of a post")
    /// Contacts a head beyond which nobody is reached by a post any more.
    private static let mostPerHead = 1_000.0

    init(_ name: String, _ draws: Draws) {
      self.draws = draws
      leaders = Individual(family: nameHash("channel.\(name)"), index: 0)
    }

    mutating func open(_ morning: ChannelMorning, _ terms: OpinionLeaders) -> ChannelDay {
      guard let post = morning.turn(every: terms.every) else { return ChannelDay() }
      var stream = draws.stream(leaders, Self.reach, index: post)
      let contacts = terms.exceeded(by: stream.uniform())
      let most = Self.mostPerHead * Double(morning.audience)
      return ChannelDay(contacts: min(contacts, most), fixedCost: terms.fee)
    }
  }
}
