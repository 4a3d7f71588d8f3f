/// A model of when customers buy again and when they lapse.
public protocol PurchaseModel: ParametricModel {
  /// Purchases per unit of time of an average customer who has not lapsed.
  var meanRate: Double { get }

  /// E[X(t)], the repeat purchases expected of a new customer within a time t.
  func expectedPurchases(within t: Double) -> Double

  /// E[Y(t)], further purchases within t of a customer who has not lapsed.
  func expectedPurchasesIfAlive(within t: Double, repeats x: Int, age: Double) -> Double

  /// The chance that a customer with this history has not lapsed.
  func probabilityAlive(repeats x: Int, recency: Double, age: Double) -> Double
}

extension PurchaseModel {
  /// E[Y(t)], the purchases expected within a further time t given the history.
  public func expectedPurchases(
    within t: Double, repeats x: Int, recency: Double, age: Double
  ) -> Double {
    expectedPurchasesIfAlive(within: t, repeats: x, age: age)
      * probabilityAlive(repeats: x, recency: recency, age: age)
  }
}
