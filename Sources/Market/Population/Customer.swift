import Statistics

/// Where somebody stands on the journey.
enum Stage: UInt8 {
  case unaware, aware
  /// Said no after a trial and waits before another.
  case pausing
  /// Has tried, and its committee decides.
  case deciding
  case customer
  /// Hidden from the planner, who can only infer it.
  case lapsed
  /// Has decided, and waits for what others do: an order that is not fulfilled yet.
  case pending

  /// Has not bought yet.
  var isProspect: Bool { rawValue <= Self.deciding.rawValue }
}

/// What changes about one customer, in one record: it is reached at random, so it stays within 64 bytes.
struct Customer {
  /// Where on the clock of the present stage the next trial or order waits; a committee's next meeting, in days.
  var target = Double.infinity
  /// Contribution since acquisition, discounted to it, in minor units.
  var contribution: Double = 0
  /// λ, orders per day at multiplier 1; 0 before it is drawn.
  var rate: Float = 0
  /// π, or μ per day, drawn with the first order that needs it; negative before.
  var lapse: Float = -1
  /// ν per minor unit, drawn with the first basket; negative before.
  var basketRate: Float = -1
  /// What offers make of the purchase intensity.
  var offerFactor: Float = 1
  /// What the last experience makes of the purchase intensity; of the trial hazard before the first order.
  var ownFactor: Float = 1
  /// What is left of the Exponential(1) threshold at which somebody leaves for good, drawn when first needed;
  /// negative before.
  var patience: Float = -1
  /// Up to when time has been taken off it, in days, where customers leave in time.
  var patienceSince: Float = 0
  /// What the last experience makes of the rate at which time uses it up.
  var lapseFactor: Float = 1
  /// When the first order was paid, in days; negative where it is not in the simulation.
  var firstOrderTime: Float = -1
  /// Orders ever, those of a real log included.
  var orders: UInt32 = 0
  var trials: UInt16 = 0
  /// Of who is deciding, the role that is asked.
  var pausedUntil: UInt16 = 0
  var lastOrderDay: Int16 = -1
  var stage = Stage.unaware
  /// Index of the source of the last contact before the first order.
  var source: UInt8 = 0

  var isAcquired: Bool { firstOrderTime >= 0 }
}
