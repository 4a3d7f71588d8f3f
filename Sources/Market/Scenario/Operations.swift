/// What an operator decides besides contacts and offers; what is not given is the market's.
///
/// Not who people are: their number, shares, rates and how much they differ.
public struct Operations: Sendable, Equatable {
  public var product: Product?
  /// How the people of each segment are served, by the segment's index; empty where nothing changes.
  public var services: [Service]
  public var prices: PriceChange
  /// Paid whatever happens.
  public var fixedCosts: [FixedCost]

  public init(
    product: Product? = nil, services: [Service] = [], prices: PriceChange = PriceChange(),
    fixedCosts: [FixedCost] = []
  ) {
    self.product = product
    self.services = services
    self.prices = prices
    self.fixedCosts = fixedCosts
  }
}

/// How the people of a segment are served.
public struct Service: Sendable, Equatable {
  /// Cost of goods as a share of the basket at the market's prices, before rewards.
  public var costShare: Double
  /// Minor units.
  public var costPerOrder: Int64
  public var trial: Trial
  public var decision: FirstPurchase
  public var committee: Committee?
  public var feedback: Feedback
  public var participation: ParticipationCost

  public init(
    costShare: Double, costPerOrder: Int64, trial: Trial, decision: FirstPurchase,
    committee: Committee? = nil, feedback: Feedback, participation: ParticipationCost
  ) {
    self.costShare = costShare
    self.costPerOrder = costPerOrder
    self.trial = trial
    self.decision = decision
    self.committee = committee
    self.feedback = feedback
    self.participation = participation
  }

  /// As a segment is served in the market.
  public init(_ segment: Segment) {
    self.init(
      costShare: segment.baskets.costShare, costPerOrder: segment.baskets.costPerOrder,
      trial: segment.trial, decision: segment.decision, committee: segment.committee,
      feedback: segment.feedback, participation: segment.participation)
  }
}

/// Other prices: baskets are multiplied by 1 + change, the purchase intensity by 1 + purchases.
///
/// The goods in a basket cost what they cost before.
public struct PriceChange: Sendable, Equatable {
  /// Such as 0.05.
  public var change: Double
  /// Such as −0.04; 0 takes demand not to answer.
  public var purchases: Double

  public init(change: Double = 0, purchases: Double = 0) {
    self.change = change
    self.purchases = purchases
  }
}

/// Something paid by the day, whatever happens.
public struct FixedCost: Sendable, Equatable {
  public var name: String
  /// Minor units; never rounded.
  public var perDay: Double

  public init(name: String, perDay: Double) {
    self.name = name
    self.perDay = perDay
  }
}

extension Segment {
  /// The same people, served as a plan serves them.
  func served(by operations: Operations, index: Int) -> Segment {
    guard operations.services.indices.contains(index) else { return self }
    let service = operations.services[index]
    var segment = self
    segment.baskets.costShare = service.costShare
    segment.baskets.costPerOrder = service.costPerOrder
    segment.trial = service.trial
    segment.decision = service.decision
    segment.committee = service.committee
    segment.feedback = service.feedback
    segment.participation = service.participation
    return segment
  }
}
