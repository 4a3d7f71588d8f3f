public import Statistics

/// Who is in which arm: a pure function of a salt and the person, whatever happens in the market.
public struct Allotment: Sendable {
  private static let purpose = Purpose("experiment.arm")
  public let shares: [Double]
  public let salt: UInt64
  private let draws: Draws

  /// Arms by their shares, which add up to 1.
  public init(shares: [Double], salt: UInt64) {
    precondition(
      abs(shares.reduce(0, +) - 1) < 1e-9 && shares.allSatisfy { $0 > 0 },
      "shares are positive and add up to 1")
    self.shares = shares
    self.salt = salt
    draws = Draws(seed: salt, replication: 0)
  }

  /// The arm of a person.
  public func arm(of who: Individual) -> UInt8 {
    var stream = draws.stream(who, Self.purpose)
    var left = stream.uniform()
    for (arm, share) in shares.dropLast().enumerated() {
      guard left >= share else { return UInt8(truncatingIfNeeded: arm) }
      left -= share
    }
    return UInt8(truncatingIfNeeded: shares.count - 1)
  }
}
