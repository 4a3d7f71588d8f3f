/// A model of when customers buy again and when they lapse.
public protocol PurchaseModel: ParametricModel {
  /// What the same model says of a customer whose history is known.
  associatedtype Remaining: PurchaseModel

  /// Purchases per unit of time of an average customer who has not lapsed.
  var meanRate: Double { get }

  /// E[X(t)], the repeat purchases expected of a new customer within a time t.
  func expectedPurchases(within t: Double) -> Double

  /// P(X(t) = x), the chance of exactly x repeat purchases of a new customer within t.
  func probability(of x: Int, within t: Double) -> Double

  /// The chance that a customer with this history has not lapsed.
  func probabilityAlive(repeats x: Int, recency: Double, age: Double) -> Double

  /// The law of further purchases of a customer known not to have lapsed: the model with the parameters that the
  /// history leaves, its first purchase being today.
  func remaining(repeats x: Int, age: Double) -> Remaining
}

extension PurchaseModel {
  /// E[Y(t)], further purchases within t of a customer who has not lapsed.
  public func expectedPurchasesIfAlive(within t: Double, repeats x: Int, age: Double) -> Double {
    remaining(repeats: x, age: age).expectedPurchases(within: t)
  }

  /// E[Y(t)], the purchases expected within a further time t given the history.
  public func expectedPurchases(
    within t: Double, repeats x: Int, recency: Double, age: Double
  ) -> Double {
    expectedPurchasesIfAlive(within: t, repeats: x, age: age)
      * probabilityAlive(repeats: x, recency: recency, age: age)
  }
}
