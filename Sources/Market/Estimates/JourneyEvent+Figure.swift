extension JourneyEvent {
  /// The figure that counts such events.
  public var figure: Figure {
    switch self {
    case .reached: .reached
    case .knewBefore: .knewBefore
    case .aware: .aware
    case .trial: .trials
    case .firstOrder: .firstOrders
    case .wonByReward: .wonByReward
    case .secondOrder: .secondOrders
    case .repeatOrder: .repeatOrders
    case .retained: .retained
    case .feedback: .feedbacks
    case .told: .told
    case .noticed: .noticed
    case .tookPart: .tookPart
    case .redemption: .redemptions
    }
  }
}
