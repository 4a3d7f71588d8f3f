/// What is to be expected of one customer.
public struct CustomerOutlook: Sendable, Equatable {
  public let probabilityAlive: Double
  public let expectedPurchases: Double
}
