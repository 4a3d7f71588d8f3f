import Documents

/// Terms of something that people join at a trial or an order, as written.
protocol JoiningDraft: TermsDraft {
  var joinsAtOrder: Double? { get set }
  var joinsAtTrial: Double { get set }
  var membersAtStart: Double { get set }
}

extension JoiningDraft {
  static var standardOrders: Offer.Orders? { .every }
  static var isAlwaysAutomatic: Bool { true }

  /// What nobody ever joins is most likely a slip.
  func checkJoining(_ element: (String) -> Element, _ reading: inout Reading) {
    guard joinsAtOrder == 0, joinsAtTrial == 0, membersAtStart == 0 else { return }
    reading.refuse(
      element("joins at order"), reason: "Nobody ever joins: both chances to join are 0%.",
      severity: .warning)
  }
}

extension OfferDraft where Terms: JoiningDraft {
  /// How people come to be members.
  static var keysOfJoining: [Key<Self>] {
    [
      Key(
        required: "joins at order", \.terms.joinsAtOrder, .share(example: "30%"),
        "How likely a customer joins at each order on which they are not in it.", example: "30%"
      ).typical(.inYourLog),
      Key(
        "joins at trial", \.terms.joinsAtTrial, .share(example: "10%"),
        "How likely somebody joins at each trial on which they are not in it.", example: "10%"
      ).typical(.inYourLog),
      Key(
        "members at start", \.terms.membersAtStart, .share(example: "20%"),
        "How many of those who are customers as the window opens, not counting who has silently left by then, are in it"
          + " already.",
        example: "20%"
      ).typical(.inYourLog),
    ]
  }
}
