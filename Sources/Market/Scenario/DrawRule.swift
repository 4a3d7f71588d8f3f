/// How many draws of what is not known are played, and how long each of them.
public struct DrawRule: Sendable, Equatable {
  /// Draws come in whole blocks, in each of which every assumption is stratified.
  public static let block = 16

  /// Draws before the first look.
  public var minimum: Int
  /// Draws after which playing stops, whatever the precision.
  public var maximum: Int
  /// Replications that each draw plays.
  public var replicationsPerDraw: Int

  public init(minimum: Int = 32, maximum: Int = 64, replicationsPerDraw: Int = 2) {
    self.minimum = minimum
    self.maximum = maximum
    self.replicationsPerDraw = replicationsPerDraw
  }

  /// Replications enough to tell luck from ignorance: two, or ten where each simulated customer stands
  /// for several people and most of a replication's luck is not the market's.
  static func replicationsPerDraw(standsFor: Int) -> Int { standsFor > 1 ? 10 : 2 }
}
