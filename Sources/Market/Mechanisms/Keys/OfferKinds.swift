extension OfferKind {
  /// Every kind of offer there is; a new one is its file and its word here.
  ///
  /// Offers are settled in this order: which orders have waited for others and come first, then whether one is served,
  /// who tells of others, what makes orders, what makes them larger, what takes a share of what is left to pay, and what
  /// is earned on the rest last.
  package static let all: [OfferKind] = [
    .groupBuys,
    .capacities,
    .audiences,
    .communities,
    .care,
    .holidayGifts,
    .samples,
    .parties,
    .thresholdCoupons,
    .thresholdGifts,
    .luckyDraws,
    .coupons,
    .gifts,
    .winBacks,
    .feedbackRewards,
    .tasks,
    .invitations,
    .points,
  ]
}

extension Oracle {
  /// Every oracle there is.
  public static let all: [Oracle] =
    (general
    + OfferKind.all.flatMap(\.oracles) + ChannelKind.all.flatMap(\.oracles))
    .sorted { $0.number < $1.number }
}
