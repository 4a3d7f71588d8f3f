/// How covariates known before randomisation enter the comparison of arms.
public enum Slopes: String, Sendable, CaseIterable {
  /// Each arm its own slopes: the interacted regression of Lin, "Agnostic notes on regression
  /// adjustments to experimental data", Annals of Applied Statistics 7, 2013.
  case perArm = "Lin"
  /// One set of slopes for all arms: the analysis of covariance.
  case common = "ANCOVA"
}

/// Whose effect is estimated.
public enum Estimand: String, Sendable, CaseIterable {
  /// The units of the experiment, their covariates taken as they are.
  case sample
  /// Everybody the units were drawn from: that their mean covariates are themselves a draw adds
  /// (b_k − b_0)ᵀ(xᵢ − x̄)/n to the influence of unit i on the effect of arm k.
  case population
}

/// What is compared between arms, and how.
public struct Adjustment: Sendable, Equatable {
  /// Positions of the metrics among the table's columns.
  public var metrics: [Int]
  /// Positions of covariates; a missing value becomes the mean of those observed, and an indicator of
  /// its own says so.
  public var covariates: [Int]
  /// Groups known before randomisation that enter as indicators, the first name being the reference.
  public var groups: [UnitTable.Role]
  public var slopes: Slopes
  public var estimand: Estimand
  /// Which variances to prepare; none means those that suit the data (``preferred(clusters:)``).
  public var variances: Set<RobustVariance>

  public init(
    metrics: [Int], covariates: [Int] = [], groups: [UnitTable.Role] = [],
    slopes: Slopes = .perArm, estimand: Estimand = .sample, variances: Set<RobustVariance> = []
  ) {
    self.metrics = metrics
    self.covariates = covariates
    self.groups = groups
    self.slopes = slopes
    self.estimand = estimand
    self.variances = variances
  }

  /// HC2 without clusters, the jackknife CR3 below fifty, CR1 from there on.
  public static func preferred(clusters: Int?) -> RobustVariance {
    guard let clusters else { return .hc2 }
    return clusters < ClusterNumbers.many ? .cr3 : .cr1
  }
}
