internal import RealModule

/// A reward that is paid some days after the order, unless the order has gone back by then.
public struct Holding: Sendable, Equatable {
  /// h.
  public var days: Double
  /// r per day: a reward is judged at e^{−rh} of its worth.
  public var impatience: Double

  public init(days: Double, impatience: Double) {
    self.days = days
    self.impatience = impatience
  }

  /// What waiting leaves of a reward's worth.
  var patience: Double { Double.exp(-impatience * days) }
}

/// People who paid in full shortly before an offer opens to everybody are let down by it.
public struct Regret: Sendable, Equatable {
  /// w: how many days before the first of the window.
  public var within: Double
  /// v₀: an offer worth less to them lets nobody down; minor units.
  public var least: Double
  /// s: what it takes off their satisfaction.
  public var loss: Double

  public init(within: Double, least: Double, loss: Double) {
    self.within = within
    self.least = least
    self.loss = loss
  }
}

extension Offer {
  /// Whether a reward goes back with what it was given for: what was paid out after waiting stays paid, unless said.
  var takesBack: Bool { clawsBack ?? (holding == nil) }
}
