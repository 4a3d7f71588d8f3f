import Statistics

/// What a draw on the journey is for; `index` counts the trial or order it belongs to.
enum JourneyPurpose {
  static let trial = Purpose("trial")
  static let trialSatisfaction = Purpose("trial.satisfaction")
  static let trialFeedback = Purpose("trial.feedback")
  static let decision = Purpose("decision")
  /// The threshold an order waits for.
  static let purchase = Purpose("purchase")
  /// The same after an order that waited in vain; `index` counts the day.
  static let purchaseAfterRefund = Purpose("purchase.after refund")
  /// The same of somebody who had lapsed and is back; `index` counts the day.
  static let purchaseAfterReturn = Purpose("purchase.after return")
  static let lapseAfterReturn = Purpose("lapse.after return")
  static let disappointmentFeedback = Purpose("disappointment.feedback")
  static let visits = Purpose("visits")
  static let visitsBefore = Purpose("visits.before")
  static let basket = Purpose("basket")
  static let lapse = Purpose("lapse")
  static let orderSatisfaction = Purpose("order.satisfaction")
  /// Whether and when an order goes back.
  static let orderReturn = Purpose("order.return")
  static let orderFeedback = Purpose("order.feedback")
}
