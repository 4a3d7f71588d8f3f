import Documents

extension Section<Product> {
  static var product: Self {
    Section(
      "product", "How good the product is and how it gets better.", blank: Product(),
      keys: [
        Key(
          "quality", \.quality, .number(.from(-1_000, to: 1_000), example: "0"),
          "Quality on day 1, in points of satisfaction."
        ).typical(.unpublished("the scale is yours")),
        Key(
          "satisfaction spread", \.satisfactionSpread,
          .number(.from(0, to: 1_000), example: "1"),
          "How satisfaction scatters around quality: standard deviation in points.", example: "1"
        ).typical(.byAsking),
        Key(optional: "iteration", \.iteration, .iteration),
      ])
  }
}

extension Section<Product.Iteration> {
  static var iteration: Self {
    Section(
      "iteration", "How feedback makes the product better.",
      blank: Product.Iteration(every: 30, gain: 0, saturation: 100, best: 0, cost: 0),
      keys: [
        Key(
          "every", \.every, .wholeDays(1...3_650, example: "30 days"),
          "Time from one improvement to the next."
        ).typical(.chosen),
        Key(
          "gain", \.gain, .share(example: "20%"),
          "How far towards the best quality one improvement goes, given plenty of feedback.",
          example: "20%"
        ).typical(.unpublished("judge it")),
        Key(
          "saturation", \.saturation, .number(.aboveZero, example: "100"),
          "Feedbacks that bring 63% of that gain."
        ).typical(.unpublished("judge it")),
        Key(
          "best", \.best, .number(.from(-1_000, to: 1_000), example: "2"),
          "The best quality this product can reach, in points of satisfaction.", example: "2"
        ).typical(.unpublished("judge it")),
        Key(
          "cost", \.cost, .money(example: "2000"), "What one improvement costs us.",
          example: "2000 CNY"
        ).typical(.inYourBooks),
      ])
  }
}

extension Product {
  /// The product of a sample in which each stands for `count`: it gives fewer feedbacks, and pays
  /// its part of what an improvement costs.
  func sampled(_ count: Int) -> Product {
    var product = self
    if var iteration {
      iteration.saturation /= Double(count)
      iteration.cost = iteration.cost.shared(among: count)
      product.iteration = iteration
    }
    return product
  }

  var leadsUpwards: Bool { iteration.map { $0.best >= quality } ?? true }

  func check(at block: Element, _ reading: inout Reading) {
    guard !leadsUpwards else { return }
    reading.refuse(
      block["iteration"]?["best"] ?? block["iteration"] ?? block["quality"] ?? block,
      reason: "The best quality lies below the quality on day 1, \(plain(quality)).")
  }
}
