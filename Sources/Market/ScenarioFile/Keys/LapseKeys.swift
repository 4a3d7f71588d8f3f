import Documents

/// When customers leave for good, as written: by averages or by the parameters of a fit, for either
/// law.
struct LapseDraft: Draft {
  var written: [String: Element] = [:]
  var average: Double?
  var variation: Double?
  var a: Double?
  var b: Double?
  var after: Double?
  var spread: Double?
  var s: Double?
  var beta: Double?
  var afterFirst = FirstLapse.chance(0)
  var satisfactionEffect = 0.0

  /// What customers differ by where nothing is said.
  static let usualSpread = 0.8

  /// Chances near 1 cannot vary that much.
  private static func usualVariation(of average: Double) -> Double {
    usualSpread * min(1, mostVariation(of: average))
  }

  /// Of chances that are all 0 or 1.
  private static func mostVariation(of average: Double) -> Double {
    ((1 - average) / average).squareRoot()
  }

  /// `nil` where figures are missing, or where no Beta distribution has this variation.
  var law: LapseLaw? {
    if let gamma { return .inTime(s: gamma.s, beta: gamma.beta) }
    return chances.map { .afterOrders(a: $0.a, b: $0.b, first: afterFirst) }
  }

  /// Parameters a and b of π: with mean m and variance s², a + b = m(1 − m)/s² − 1 and a = m(a +
  /// b).
  private var chances: (a: Double, b: Double)? {
    if let a, let b { return (a, b) }
    guard let average else { return nil }
    let deviation = (variation ?? Self.usualVariation(of: average)) * average
    let sum = average * (1 - average) / (deviation * deviation) - 1
    return sum > 0 ? (average * sum, (1 - average) * sum) : nil
  }

  /// Shape s and rate β (days) of μ: with mean 1/`after` and coefficient of variation c, s = 1/c²
  /// and β = s·`after`.
  private var gamma: (s: Double, beta: Double)? {
    if let s, let beta { return (s, beta) }
    guard let after else { return nil }
    let spread = spread ?? Self.usualSpread
    let shape = 1 / (spread * spread)
    return (shape, shape * after)
  }

  func check(in segment: Element, _ reading: inout Reading) {
    if gamma != nil, afterFirst != .chance(0), let first = written["after first order"] {
      let way = after == nil ? "`s` and `beta`" : "`after` and `spread`"
      reading.refuse(
        first,
        reason: "By \(way) customers leave as time passes, whether they order or not: no chance"
          + " belongs to their first order.",
        rule: "Leave it out, or say by `average` and `variation` how likely customers leave after"
          + " an order.")
    }
    guard let average, variation != nil, chances == nil else { return }
    let most = Self.mostVariation(of: average)
    reading.refuse(
      written["variation"] ?? segment.absent("variation"),
      reason: "Chances with the average \(percent(average)) cannot vary that much.",
      rule: "Write less than \(percent((most * 1_000).rounded(.down) / 1_000)).")
  }
}

extension Section<LapseDraft> {
  static var lapse: Self {
    Section(
      "lapse", "When a customer leaves for good: after an order, or as time passes.",
      blank: LapseDraft(),
      choices: [
        Choice(
          groups: [["average", "variation"], ["after", "spread"], ["a", "b"], ["s", "beta"]],
          isRequired: true, optional: ["variation", "spread"])
      ],
      isLayered: true, keys: chancesAfterOrders + ratesInTime + forBothLaws)
  }

  private static var chancesAfterOrders: [Key<LapseDraft>] {
    [
      Key(
        optional: "average", \.average, .share(.properShare, example: "20%"),
        "Chance to lapse after a repeat order, averaged over customers.", example: "20%"
      ).typical("about 25%", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "variation", \.variation, .ratio(.from(0.01, to: 10), example: "80%"),
        "How much customers differ: standard deviation over mean of their chances to lapse.",
        standard: percent(LapseDraft.usualSpread), example: "80%"
      ).typical("about 85%", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "a", \.a, .number(.aboveZero, example: "0.793"),
        "First parameter of the Beta distribution of the chance to lapse, from a fit (BG/NBD).",
        example: "0.7929"
      ).typical("0.793", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "b", \.b, .number(.aboveZero, example: "2.426"),
        "Second parameter of the Beta distribution of the chance to lapse, from a fit (BG/NBD).",
        example: "2.426"
      ).typical("2.426", source: "Fader, Hardie and Lee, 2005, of a record shop"),
    ]
  }

  private static var ratesInTime: [Key<LapseDraft>] {
    [
      Key(
        optional: "after", \.after, .time(.aboveZero, example: "14 months"),
        "How long a customer stays at the average rate of leaving, however often they order.",
        example: "14 months"
      ).typical("about 19 weeks", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "spread", \.spread, .ratio(.from(0.01, to: 10), example: "80%"),
        "How much customers differ: standard deviation over mean of their rates of leaving; stays"
          + " at one rate vary by 100% of their own.",
        standard: percent(LapseDraft.usualSpread), example: "80%"
      ).typical("about 130%", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "s", \.s, .number(.aboveZero, example: "0.606"),
        "Shape of the Gamma distribution of the rate of leaving, from a fit (Pareto/NBD).",
        example: "0.606"
      ).typical("0.606", source: "Fader, Hardie and Lee, 2005, of a record shop"),
      Key(
        optional: "beta", \.beta, .time(.aboveZero, example: "11.67 weeks"),
        "Rate of the Gamma distribution of the rate of leaving, with the fit's unit of time.",
        example: "11.67 weeks"
      ).typical("11.67 weeks", source: "Fader, Hardie and Lee, 2005, of a record shop"),
    ]
  }

  private static var forBothLaws: [Key<LapseDraft>] {
    [
      Key(
        "after first order", \.afterFirst, .firstLapse,
        "Chance to lapse right after the first order: the same for everybody, or each customer's `own`"
          + " (MBG/NBD); not where customers leave as time passes.", example: "30%"
      ).typical("69% to 87% after a daily deal", source: "Dholakia, 2010"),
      Key(
        "satisfaction effect", \.satisfactionEffect, .number(example: "0.5"),
        "One point of satisfaction above the start lowers the log-odds to lapse, or the logarithm"
          + " of the rate of leaving, by this.",
        example: "0.5"
      ).typical(.unpublished("find it in a survey and your log")),
    ]
  }
}
