/// What a reader should know before relying on a result; reports have the words.
public enum Caution: Sendable, Equatable {
  /// The split intends units in it.
  case emptyArm(String)
  /// Arms began small, which other things asked for leave no way to allow for.
  case splitsChange
  /// A day's split is far from the one intended.
  case unevenDay(String, units: [Int], pValue: Double)
  /// Arms are split otherwise in one group than in another: the one that is furthest off.
  case unevenGroups(GroupKind, name: String, units: [Int], pValue: Double)
  /// What was known before the experiment differs between arms.
  case unevenCovariate(String, arm: String, pValue: Double)
  /// Rows that look like counts of many units each, and are taken for one.
  case rowsMayBeCounts(metric: String)
  /// Two arms' names differ only in how they are written.
  case alikeArms(String, String)
  /// Units without a value, left out.
  case missingValues(metric: String, missing: Int, units: Int)
  /// Values are missing more often in one arm than in another.
  case unevenlyMissing(metric: String)
  /// The mean of the others and an indicator stand for it.
  case missingCovariate(String, missing: Int, units: Int)
  /// The denominator's mean in an arm is known to no better than a tenth of itself.
  case uncertainDenominator(metric: String, arm: String, mean: Double, standardError: Double)
  /// So many coefficients for an arm's units that adjusting may add more noise than it takes away.
  case manyCovariates(arm: String, units: Int, coefficients: Int)
  /// Values so skewed, and arms so unlike in size, that Welch's test may err.
  case skewed(SkewedEffect)
  /// One unit that decides.
  case influentialUnit(InfluentialUnit)
  /// Every unit is in the same one.
  case oneGroup(GroupKind)
  /// Effects by segment and by day are not weighted by stratum.
  case unweightedGroups
  /// Clusters in one arm only, and others in several.
  case mixedClusters(alone: Int, shared: Int)
  /// What a regression has to say of its leverages.
  case regression(String)
  /// Covariates that others imply, left out.
  case impliedCovariates(arm: String, names: [String])
  /// The bootstrap's intervals are too narrow below enough clusters, an arm or together.
  case fewResampledClusters(Int, anArm: Bool, enough: Int)
  /// Clusters add to days what is not independent of the days before.
  case daysAreNoLooks
  /// Quantiles are not compared by day or segment.
  case quantileByGroup(metric: String, GroupKind)
  case nothingByGroup(metric: String, GroupKind, reason: String)
  /// Whole clusters show another effect than those with units in several arms.
  case interference(metric: String, arm: String)
  case noPermutationTest(metric: String, arm: String, reason: String)
  /// A share of nothing, or a spread beyond what can be computed with.
  case noPrior(metric: String, isOfNothing: Bool)
  /// Few places or windows, so that the standard error itself is uncertain.
  case fewSwitches(count: Int, areWindows: Bool)

  public enum GroupKind: String, Sendable {
    case stratum, segment, day
  }
}
