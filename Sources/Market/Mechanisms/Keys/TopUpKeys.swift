import Documents

extension OfferDraft where Terms: TopUpDraft {
  /// The keys of what is given from a basket of a certain size on.
  static func toppedUp(for what: String) -> (threshold: Key<Self>, others: [Key<Self>]) {
    (
      Key(
        required: "threshold", \.terms.threshold, .money(.aboveZero, example: "30"),
        "The basket from which on it is given.", example: "30 CNY"
      ).typical(.chosen),
      [
        Key(
          required: "reach", \.terms.reach, .money(example: "15"),
          "How far below the threshold people still add something to get there.",
          example: "15 CNY"
        ).typical(.unpublished("find it in the sizes of orders with and without one")),
        Key(
          "pull", \.terms.pull, .number(.zeroOrMore, example: "0.15"),
          "How readily they do: the chance is this times \(what) over what is missing.",
          example: "0.15"
        ).typical(
          "0.15: 12.4% to 28.4% of orders below are padded", source: "Hemmati et al., 2021"),
        Key(optional: "returns", \.terms.returns, .returns),
      ]
    )
  }
}

/// How orders are topped up, as written.
protocol TopUpDraft: TermsDraft {
  var threshold: Int64? { get set }
  var reach: Int64? { get set }
  var pull: Double { get set }
  var returns: ReturnsDraft? { get set }
}

extension TopUpDraft {
  var topUp: TopUp? {
    guard let threshold, let reach else { return nil }
    return TopUp(threshold: threshold, reach: reach, pull: pull, returns: returns?.resolved)
  }
}

extension TopUp {
  /// What is out of proportion: thresholds that hardly anybody comes near.
  func doubts(about offer: Offer, under plan: Plan, _ proportions: Proportions) -> [Doubt] {
    let people = proportions.served(offer.segments, under: plan)
    let near = Double(threshold - reach)
    let share =
      people.map { proportions.shareOfOrders(from: near, $0.index, under: plan) }.max() ?? 1
    guard share < 1 / Proportions.fewest else { return [] }
    let basket = people.map { proportions.meanBasket($0.index, under: plan) }.max() ?? 0
    return [
      Doubt(
        "threshold",
        "Fewer than 1 of \(plain(Proportions.fewest)) orders come near \(proportions.money(Double(threshold))): a mean"
          + " order is \(proportions.money(basket)).")
    ]
  }
}
