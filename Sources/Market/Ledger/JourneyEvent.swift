/// Something that happened to a customer and is counted, not paid.
public enum JourneyEvent: Int, Sendable, CaseIterable {
  /// A contact of a channel taken in by somebody who has not bought yet.
  case reached
  /// Knows of us as the first day begins, and has not bought yet.
  case knewBefore
  case aware
  case trial
  case firstOrder
  /// A first order that would have been a no without the reward.
  case wonByReward
  /// The second order of a customer whose first is in the simulation.
  case secondOrder
  /// Every order after a customer's first.
  case repeatOrder
  /// A customer with an order within the last 60 days of the horizon, counted as it ends.
  case retained
  case feedback
  case told
  case noticed
  case tookPart
  case redemption

  public var title: String {
    switch self {
    case .reached: "contacts taken in"
    case .knewBefore: "knew of us before"
    case .aware: "became aware"
    case .trial: "trials"
    case .firstOrder: "first orders"
    case .wonByReward: "won by the reward"
    case .secondOrder: "second orders"
    case .repeatOrder: "repeat orders"
    case .retained: "retained customers"
    case .feedback: "feedbacks"
    case .told: "people told"
    case .noticed: "offers noticed"
    case .tookPart: "offers taken"
    case .redemption: "redemptions"
    }
  }
}
