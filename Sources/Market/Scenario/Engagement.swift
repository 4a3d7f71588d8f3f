internal import RealModule

/// How present we are in somebody's days (活跃): what they do with us adds to a stock that fades, and moves purchases.
public struct Engagement: Sendable, Equatable {
  /// Visits, sign-ins, pieces of content looked at, a day of somebody who knows us; each adds 1.
  public var visits: Double
  /// What an opened message of an offer adds.
  public var opened: Double
  /// h: days in which the stock halves.
  public var halfLife: Double
  /// What purchases are multiplied by of somebody without any.
  public var floor: Double
  /// The stock at which purchases are half way from there to 1.
  public var half: Double

  public init(
    visits: Double, opened: Double = 1, halfLife: Double, floor: Double, half: Double
  ) {
    self.visits = visits
    self.opened = opened
    self.halfLife = halfLife
    self.floor = floor
    self.half = half
  }

  /// E/(E + half): how active somebody is, from 0 to 1.
  func activity(of stock: Double) -> Double { stock / max(.leastNormalMagnitude, stock + half) }

  /// Floor + (1 − floor)·E/(E + half).
  func factor(of stock: Double) -> Double { floor + (1 - floor) * activity(of: stock) }

  /// The share of a stock that is left after so many days.
  func left(after days: Double) -> Double { Double.exp2(-days / halfLife) }

  /// The mean in the long run of what visits alone add: ρh/ln 2.
  var usual: Double { visits * halfLife / Double.log(2) }
}
