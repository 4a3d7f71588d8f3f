import Documents

/// What an order brings, as written: by averages or by the parameters of the Gamma–Gamma model.
struct BasketDraft: Draft {
  var written: [String: Element] = [:]
  /// Minor units.
  var average: Double?
  var between: Double?
  var within: Double?
  var p: Double?
  var q: Double?
  /// Minor units.
  var gamma: Double?
  var firstFactor = 1.0
  var returns: ReturnsDraft?

  /// What baskets differ by where nothing is said.
  static let (usualBetween, usualWithin) = (0.4, 0.3)

  /// Parameters p, q and γ (minor units).
  ///
  /// A customer's baskets vary by 1/√p, the customers' means by 1/√(q − 2) around pγ/(q − 1).
  var gammaGamma: (p: Double, q: Double, gamma: Double)? {
    if let p, let q, let gamma { return (p, q, gamma) }
    guard let average else { return nil }
    let between = between ?? Self.usualBetween
    let within = within ?? Self.usualWithin
    let p = 1 / (within * within)
    let q = 2 + 1 / (between * between)
    return (p, q, average * (q - 1) / p)
  }
}

extension Section<BasketDraft> {
  static var basket: Self {
    Section(
      "basket", "What an order brings.",
      blank: BasketDraft(),
      choices: [
        Choice(
          groups: [["average", "between customers", "within customers"], ["p", "q", "gamma"]],
          isRequired: true, optional: ["between customers", "within customers"])
      ],
      isLayered: true,
      keys: [
        Key(
          optional: "average", \.average, .price(.aboveZero, example: "68"),
          "Mean basket of repeat orders, averaged over customers.", example: "68 CNY"
        ).typical(.inYourLog),
        Key(
          optional: "between customers", \.between, .ratio(.from(0.01, to: 10), example: "40%"),
          "How much customers differ: standard deviation over mean of their mean baskets.",
          standard: percent(BasketDraft.usualBetween), example: "40%"
        ).typical("about 76%", source: "Fader and Hardie, 2013, of a record shop"),
        Key(
          optional: "within customers", \.within, .ratio(.from(0.01, to: 10), example: "30%"),
          "How much one customer's baskets vary: standard deviation over mean.",
          standard: percent(BasketDraft.usualWithin), example: "30%"
        ).typical("about 40%", source: "Fader and Hardie, 2013, of a record shop"),
        Key(
          optional: "p", \.p, .number(.aboveZero, example: "6.25"),
          "Shape of a customer's baskets, from a fit (Gamma–Gamma).", example: "6.25"
        ).typical("6.25", source: "Fader and Hardie, 2013, of a record shop"),
        Key(
          optional: "q", \.q,
          .number(Bounds(low: 1, high: .infinity, isClosed: (false, true)), example: "3.74"),
          "Shape of the customers' mean baskets, from a fit (Gamma–Gamma).", example: "3.74"
        ).typical("3.74", source: "Fader and Hardie, 2013, of a record shop"),
        Key(
          optional: "gamma", \.gamma, .price(.aboveZero, example: "15.44"),
          "Scale of the customers' mean baskets, from a fit (Gamma–Gamma).", example: "15.44 USD"
        ).typical("15.44 USD", source: "Fader and Hardie, 2013, of a record shop"),
        Key(
          "first order", \.firstFactor, .ratio(.aboveZero, example: "85%"),
          "First baskets compared with later ones.", example: "85%"
        ).typical(.inYourLog),
        Key(optional: "returns", \.returns, .returns),
      ])
  }
}
