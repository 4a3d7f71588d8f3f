/// Why a market that was played has no figures.
public enum SimulationLimit: Error, Sendable, Equatable {
  /// Somebody ordered more often than there are draws for.
  case orders
  /// Sums of money went past what is counted to the last minor unit.
  case money

  /// Minor units that may move in all replications of a plan together, in whichever direction: so far
  /// below 2⁶³ that no sum of a part of them comes near.
  public static let mostMoney = 4e18

  /// What is wrong and what to do, as sentences.
  public var sentence: String {
    switch self {
    case .orders:
      "Somebody in this market orders more than a million times, or a thousand times on one day:"
        + " that is out of all proportion. Check how often people buy, the season and its events,"
        + " the lifts and multipliers of offers, and what satisfaction does to purchases"
        + " (`satisfaction effect`, the product's quality and `best`)."
    case .money:
      "More money moves in this market than is counted to the last minor unit. Write amounts in"
        + " larger units, such as thousands, or let each simulated customer stand for several people"
        + " (`stands for`)."
    }
  }
}
