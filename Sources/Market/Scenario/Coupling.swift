/// What lets one person's doings reach another: with any of it a market is played as one, day by day.
public enum Coupling: String, Sendable, CaseIterable {
  /// Feedback makes the product better or worse for everybody.
  case product = "product quality"
  /// Customers tell others.
  case wordOfMouth = "word of mouth"
  /// A channel's price rises with those it has reached.
  case contacts = "a shared pool of contacts"
  /// Customers make pieces that others see.
  case content = "what customers make"
  /// What one customer redeems is not left for another.
  case budgets = "limited budgets"
  /// People look at how many take part.
  case takers = "seeing how many take part"
  /// People write to each other about an offer.
  case letters
  /// Whom one customer leaves no seat is turned away.
  case capacity
  /// Orders wait for those of others.
  case groups = "orders that wait for others"
  /// A client's case helps to win the next.
  case cases = "published cases"
  /// What happens outside in answer to one plan happens to all people of a market: of a market of several plans only.
  case answers = "events that answer a plan"
}
