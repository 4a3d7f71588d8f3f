/// When customers lapse, as written: by averages or by the parameters of the Beta distribution of
/// π.
struct LapseDraft: Draft {
  var written: [String: Element] = [:]
  var average: Double?
  var variation: Double?
  var a: Double?
  var b: Double?
  var afterFirst = 0.0
  var satisfactionEffect = 0.0

  /// Parameters a and b of π: with mean m and variance s², a + b = m(1 − m)/s² − 1 and a = m(a +
  /// b).
  ///
  /// `nil` where they are not given, or where no Beta distribution has this variation.
  var beta: (a: Double, b: Double)? {
    if let a, let b { return (a, b) }
    guard let average, let variation else { return nil }
    let deviation = variation * average
    let sum = average * (1 - average) / (deviation * deviation) - 1
    return sum > 0 ? (average * sum, (1 - average) * sum) : nil
  }

  func check(in segment: Element, _ reading: inout Reading) {
    guard let average, variation != nil, beta == nil else { return }
    let most = ((1 - average) / average).squareRoot()
    reading.refuse(
      written["variation"] ?? segment.absent("variation"),
      reason: "Chances with the average \(percent(average)) cannot vary that much.",
      rule: "Write less than \(percent((most * 1_000).rounded(.down) / 1_000)).")
  }
}

extension Section<LapseDraft> {
  static var lapse: Self {
    Section(
      "lapse", "How likely a customer never buys again after a repeat order.",
      blank: LapseDraft(),
      choices: [Choice(groups: [["average", "variation"], ["a", "b"]], isRequired: true)],
      isLayered: true,
      keys: [
        Key(
          optional: "average", \.average, .share(.properShare, example: "20%"),
          "Chance to lapse after a repeat order, averaged over customers.", example: "20%"),
        Key(
          optional: "variation", \.variation, .ratio(.from(0.01, to: 10), example: "80%"),
          "How much customers differ: standard deviation over mean of their chances to lapse.",
          example: "80%"),
        Key(
          optional: "a", \.a, .number(.aboveZero, example: "0.793"),
          "First parameter of the Beta distribution of the chance to lapse, from a fit (BG/NBD).",
          example: "0.7929"),
        Key(
          optional: "b", \.b, .number(.aboveZero, example: "2.426"),
          "Second parameter of the Beta distribution of the chance to lapse, from a fit (BG/NBD).",
          example: "2.426"),
        Key(
          "after first order", \.afterFirst, .share(example: "30%"),
          "Chance to lapse right after the first order; 0 in fitted markets.", example: "30%"),
        Key(
          "satisfaction effect", \.satisfactionEffect, .number(example: "0.5"),
          "One point of satisfaction above the start lowers the log-odds to lapse by this.",
          example: "0.5"),
      ])
  }
}
