/// What is given, whatever the plan: people, product, seasons.
public struct MarketConditions: Sendable, Equatable {
  public var segments: [Segment]
  /// People each simulated customer stands for: money and counts scale up, pools and budgets scale down.
  public var standsFor: Int
  public var season: Season
  public var product: Product
  /// Continuous discount rate δ per day.
  public var discountRate: Double
  /// Days after the horizon in which customers still have a value; `nil` for no end (needs δ > 0).
  public var residualDays: Double?
  /// The first of these days, which are played on; the rest follows from a formula.
  public var runOff: RunOff

  public init(
    segments: [Segment], standsFor: Int = 1, season: Season = Season(),
    product: Product = Product(), discountRate: Double = 0, residualDays: Double? = nil,
    runOff: RunOff = RunOff()
  ) {
    self.segments = segments
    self.standsFor = standsFor
    self.season = season
    self.product = product
    self.discountRate = discountRate
    self.residualDays = residualDays
    self.runOff = runOff
  }
}

/// What moves everybody alike.
public struct Season: Sendable, Equatable {
  /// Relative intensity Monday … Sunday; seven numbers, scaled to average 1.
  public var weekdays: [Double]
  /// Relative intensity January … December; twelve numbers, scaled to average 1.
  public var months: [Double]
  public var events: [OutsideEvent]

  public init(weekdays: [Double] = [], months: [Double] = [], events: [OutsideEvent] = []) {
    self.weekdays = weekdays
    self.months = months
    self.events = events
  }
}

/// The product: how good it is, how it gets better, what an order costs to serve.
public struct Product: Sendable, Equatable {
  /// Q₀, quality on day 0, on the scale of satisfaction.
  public var quality: Double
  /// σ_S, how satisfaction scatters around quality.
  public var satisfactionSpread: Double
  public var iteration: Iteration?

  public init(quality: Double = 0, satisfactionSpread: Double = 0, iteration: Iteration? = nil) {
    self.quality = quality
    self.satisfactionSpread = satisfactionSpread
    self.iteration = iteration
  }

  /// Every `every` days quality moves by gain·(1 − e^{−n/n₀})·(best − Q) on n feedbacks, at a cost.
  public struct Iteration: Sendable, Equatable {
    public var every: Int
    public var gain: Double
    /// n₀, the feedbacks that bring 63 % of the gain.
    public var saturation: Double
    /// Q_max.
    public var best: Double
    /// Minor units per iteration.
    public var cost: Int64

    public init(every: Int, gain: Double, saturation: Double, best: Double, cost: Int64) {
      self.every = every
      self.gain = gain
      self.saturation = saturation
      self.best = best
      self.cost = cost
    }
  }
}
