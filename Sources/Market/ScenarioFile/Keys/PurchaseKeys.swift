import Documents

/// How often people buy, as written: by averages or by the parameters of the Gamma distribution of
/// λ.
struct PurchasesDraft: Draft {
  var written: [String: Element] = [:]
  var average: Double?
  var variation: Double?
  var r: Double?
  var alpha: Double?
  var satisfactionEffect = 0.0

  /// What customers differ by where nothing is said: rates are exponential among them.
  static let usualVariation = 1.0

  /// Shape r and rate α (days) of λ: with mean m and coefficient of variation c, r = 1/c² and α =
  /// r/m.
  var gamma: (shape: Double, rate: Double)? {
    if let r, let alpha { return (r, alpha) }
    guard let average else { return nil }
    let variation = variation ?? Self.usualVariation
    let shape = 1 / (variation * variation)
    return (shape, shape / average)
  }
}

extension Section<PurchasesDraft> {
  static var purchases: Self {
    Section(
      "purchases", "How often a customer buys while they have not lapsed.",
      blank: PurchasesDraft(),
      choices: [
        Choice(
          groups: [["average", "variation"], ["r", "alpha"]], isRequired: true,
          optional: ["variation"])
      ],
      isLayered: true,
      keys: [
        Key(
          optional: "average", \.average, .rate(.aboveZero),
          "Orders per customer and period, averaged over customers.", example: "1.5 per month"
        ).typical(.inYourLog),
        Key(
          optional: "variation", \.variation, .ratio(.from(0.01, to: 10), example: "100%"),
          "How much customers differ: standard deviation over mean of their purchase rates.",
          standard: percent(PurchasesDraft.usualVariation), example: "100%"
        ).typical("about 200%", source: "Fader, Hardie and Lee, 2005, of a record shop"),
        Key(
          optional: "r", \.r, .number(.aboveZero, example: "0.2426"),
          "Shape of the Gamma distribution of purchase rates, from a fit (BG/NBD).",
          example: "0.2426"
        ).typical("0.243", source: "Fader, Hardie and Lee, 2005, of a record shop"),
        Key(
          optional: "alpha", \.alpha, .time(.aboveZero, example: "4.414 weeks"),
          "Rate of the Gamma distribution of purchase rates, with the fit's unit of time.",
          example: "4.414 weeks"
        ).typical("4.414 weeks", source: "Fader, Hardie and Lee, 2005, of a record shop"),
        Key(
          "satisfaction effect", \.satisfactionEffect, .number(example: "0.2"),
          "One point of satisfaction above the start multiplies purchases by e to this power.",
          example: "0.2"
        ).typical(.unpublished("find it in a survey and your log")),
      ])
  }
}
