import Statistics

/// What a draw on the journey is for; `index` counts the trial or order it belongs to.
enum JourneyPurpose {
  @inline(__always) static var trial: Purpose { Purpose(fixed: "trial") }
  @inline(__always) static var trialSatisfaction: Purpose { Purpose(fixed: "trial.satisfaction") }
  @inline(__always) static var trialFeedback: Purpose { Purpose(fixed: "trial.feedback") }
  @inline(__always) static var decision: Purpose { Purpose(fixed: "decision") }
  /// The threshold an order waits for.
  @inline(__always) static var purchase: Purpose { Purpose(fixed: "purchase") }
  /// The same after an order that waited in vain; `index` counts the day.
  @inline(__always) static var purchaseAfterRefund: Purpose {
    Purpose(fixed: "purchase.after refund")
  }
  /// The same of somebody who had lapsed and is back; `index` counts the day.
  @inline(__always) static var purchaseAfterReturn: Purpose {
    Purpose(fixed: "purchase.after return")
  }
  @inline(__always) static var lapseAfterReturn: Purpose { Purpose(fixed: "lapse.after return") }
  @inline(__always) static var disappointmentFeedback: Purpose {
    Purpose(fixed: "disappointment.feedback")
  }
  @inline(__always) static var visits: Purpose { Purpose(fixed: "visits") }
  @inline(__always) static var visitsBefore: Purpose { Purpose(fixed: "visits.before") }
  @inline(__always) static var basket: Purpose { Purpose(fixed: "basket") }
  @inline(__always) static var lapse: Purpose { Purpose(fixed: "lapse") }
  @inline(__always) static var orderSatisfaction: Purpose { Purpose(fixed: "order.satisfaction") }
  /// Whether and when an order goes back.
  @inline(__always) static var orderReturn: Purpose { Purpose(fixed: "order.return") }
  @inline(__always) static var orderFeedback: Purpose { Purpose(fixed: "order.feedback") }
}
