extension OfferCount {
  /// The figure of an offer that is read off it.
  var figure: Figure {
    switch self {
    case .eligible: .eligible
    case .noticed: .noticed
    case .taken: .tookPart
    case .redeemed: .redemptions
    case .raised: .raised
    case .refunded: .refunded
    case .served: .served
    case .turnedAway: .turnedAway
    case .refused: .refused
    case .caught: .caught
    case .paidToHunters: .paidToHunters
    case .sentBack: .sentBack
    case .withheld: .withheld
    case .letDown: .letDown
    case .letters: .invited
    case .followed: .followed
    case .companions: .companions
    case .sent: .sent
    case .opened: .opened
    case .joined: .joined
    case .left: .left
    case .revived: .revived
    case .stayedAway: .stayedAway
    case .finished: .finished
    case .gaveUp: .gaveUp
    case .pointsAtStart: .pointsAtStart
    case .pointsEarned: .pointsEarned
    case .pointsRedeemed: .pointsRedeemed
    case .pointsExpired: .pointsExpired
    case .pointsCancelled: .pointsCancelled
    case .pointsOutstanding: .pointsOutstanding
    case .paid: .rewards
    case .spent: .messageCost
    }
  }
}
