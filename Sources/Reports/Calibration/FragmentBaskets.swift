import Documents
import Market
import Takeaways

/// What an order brings, as a scenario says it.
struct FragmentBaskets {
  /// The block `basket`.
  let lines: [String]
  /// What the log leaves open of it.
  let assumptions: [String]

  /// - Throws: Where baskets cannot be described.
  init(_ result: CalibrationResult, _ currency: Currency) throws(ScenarioFragment.Obstacle) {
    let first = Self.firstOrder(result.summary, currency)
    switch result.calibration.gammaGamma {
    case .fitted(let fitted):
      guard fitted.model.q > 1 else { throw .infiniteBasket }
      let likelihood = Decimals.fixed(fitted.logLikelihood, 2)
      // Where one is at a limit the others make up for it: to move them alone would move the mean basket.
      let isAtLimit = fitted.estimates.contains { $0.standardError == nil }
      let names =
        isAtLimit
        ? [:]
        : Dictionary(
          GammaGamma.parameterNames.map { ($0, "basket \($0)") },
          uniquingKeysWith: { first, _ in first })
      let model = FragmentModel(
        fitted, "Gamma-Gamma", names: names, units: ["gamma": " " + currency.code],
        floors: ["q": 1])
      lines =
        ["    basket:".remarked("Gamma-Gamma, log-likelihood \(likelihood)")]
        + GammaGamma.parameterNames.map(model.line) + first
      assumptions = model.ranges.lines
    case .notFitted(.equalBaskets):
      let mean = result.summary.repeatOrders.mean ?? 0
      lines =
        [
          "    basket:".remarked("not fitted: all customers spend the same on average"),
          "      average: \(Self.money(mean, currency))", "      between customers: 1%",
          "      within customers: 1%",
        ] + first
      assumptions = []
    case .notFitted(let obstacle):
      throw .baskets(obstacle)
    }
  }

  /// How first orders compare with repeat ones, over all orders of each kind.
  private static func firstOrder(_ summary: PurchaseSummary, _ currency: Currency) -> [String] {
    guard let first = summary.firstOrders.mean, let again = summary.repeatOrders.mean, again > 0
    else { return [] }
    guard first > 0 else {
      return [
        "      # first order: first orders cost nothing in the log; a scenario's bring as much as others"
      ]
    }
    let share = 100 * first / again
    // Without the separators of thousands that words have.
    let decimals = share < 10 ? Decimals.places(share, digits: 2) : 0
    return [
      "      first order: \(Decimals.fixed(share, decimals))%"
        .remarked(
          "first orders average \(money(first, currency)), repeat orders \(money(again, currency))")
    ]
  }

  private static func money(_ minor: Double, _ currency: Currency) -> String {
    "\(Decimals.money(minor, decimals: currency.decimals)) \(currency.code)"
  }
}
