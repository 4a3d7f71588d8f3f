/// A company's people who decide together, in turn, whether it becomes a customer.
///
/// Where a segment has one, it decides after a trial in the place of `FirstPurchase`.
public struct Committee: Sendable, Equatable {
  /// In the order in which they are asked; each can end it.
  public var roles: [Role]
  public var cases: PublishedCases

  public init(roles: [Role], cases: PublishedCases = PublishedCases()) {
    self.roles = roles
    self.cases = cases
  }

  /// One of them, such as who uses it, who pays for it, who signs.
  public struct Role: Sendable, Equatable {
    public var name: String
    /// The chance of a yes, nothing making it easier.
    public var approves: Double
    /// Mean days from the role before, or the trial, to the meeting in which this one says yes or no; Exponential.
    public var takes: Double
    /// Minor units a meeting costs us.
    public var meeting: Int64

    public init(name: String, approves: Double, takes: Double = 0, meeting: Int64 = 0) {
      self.name = name
      self.approves = approves
      self.takes = takes
      self.meeting = meeting
    }
  }
}

/// What clients are won by that others before them let be told.
public struct PublishedCases: Sendable, Equatable {
  /// Share of new clients who agree to be named.
  public var agree: Double
  /// Minor units a case costs.
  public var cost: Int64
  /// c: each role's log-odds rise by c·ln(1 + cases).
  public var helps: Double
  /// Cases there are on day 0.
  public var already: Double

  public init(agree: Double = 0, cost: Int64 = 0, helps: Double = 0, already: Double = 0) {
    self.agree = agree
    self.cost = cost
    self.helps = helps
    self.already = already
  }

  /// Whether in a market of these segments one client's case reaches another company.
  static func arePassedOn(_ segments: [PublishedCases]) -> Bool {
    segments.contains { $0.agree > 0 } && segments.contains { $0.helps != 0 }
  }
}

extension Scenario {
  /// The committee of a segment under a plan.
  public func committee(of segment: Int, under plan: Plan) -> Committee? {
    market.segments[segment].served(by: plan.operations, index: segment).committee
  }

  /// The segments in which a committee decides under any plan.
  public var segmentsWithCommittee: [Int] {
    market.segments.indices.filter { segment in
      plans.contains { committee(of: segment, under: $0) != nil }
    }
  }
}
