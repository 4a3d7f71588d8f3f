import Analyses
import Takeaways

extension Caution {
  /// A sentence for the reader, without its full stop.
  var words: String {
    switch self {
    case .emptyArm(let name): "the arm \(quoted(name)) has no units, though the split intends some"
    case .splitsChange:
      "the arms began smaller than planned, as in a ramp-up; effects would have to be taken within days, which"
        + " goes with neither strata, a sequential rule nor the bootstrap: leave out the first days, or those"
    case .unevenDay(let day, let units, let pValue):
      "the split is not the intended one on every day: on \(day) there were"
        + " \(units.map { Readable.count($0) }.joined(separator: " against ")) units"
        + " (\(Readable.pPhrase(pValue)) for the worst of all days); look for a cause, and give splits that were"
        + " meant to change by --split-from"
    case .unevenGroups(let kind, let name, let units, let pValue):
      "arms are not split alike in every \(kind.rawValue) (\(Readable.pPhrase(pValue))): in \(quoted(name)) there are"
        + " \(units.map { Readable.count($0) }.joined(separator: " against ")) units; who is in which arm hangs on"
        + " the \(kind.rawValue), and unless that was meant units were not put into arms by chance"
        + (kind == .segment ? "; `--stratum` compares within segments" : "")
    case .unevenCovariate(let name, let arm, let pValue):
      "\(name) was another in \(quoted(arm)) than in the control before the experiment (\(Readable.pPhrase(pValue))):"
        + " units were hardly put into arms by chance; look for the cause before you rely on effects"
    case .rowsMayBeCounts(let metric):
      "\(metric): every row is taken as one unit, though each counts many; if rows are counts of groups, such as"
        + " an arm's day, say --counts, and name by --day, --segment or --stratum what tells an arm's rows apart"
    case .alikeArms(let name, let other):
      "the arms \(quoted(name)) and \(quoted(other)) differ only in how they are written: if they are"
        + " one, write them alike"
    case .missingValues(let metric, let missing, let units):
      Self.missing(metric, missing, units)
    case .unevenlyMissing(let metric):
      "\(metric): values are missing more often in one arm than in another, so that those left over are"
        + " not comparable"
    case .missingCovariate(let name, let missing, let units):
      "\(name): \(missing) of \(units) units (\(Self.percent(missing, units))) have no value; the mean of"
        + " the others and an indicator stand for it"
    case .uncertainDenominator(let metric, let arm, let mean, let error):
      "\(metric), \(quoted(arm)): what it is divided by averages \(Decimals.significant(mean, 2)), known only to"
        + " ±\(Decimals.significant(error, 2)), so that the ratio may lie far off and its interval is too sure"
    case .manyCovariates(let arm, let units, let coefficients):
      "\(quoted(arm)) has \(units) units for \(coefficients) coefficients: adjusting for so much may add more noise"
        + " than it takes away, and intervals are rough; fewer covariates serve better"
    case .skewed(let effect): effect.words
    case .influentialUnit(let unit): unit.words
    case .oneGroup(let kind): "every unit is in the same \(kind.rawValue)"
    case .unweightedGroups: "effects by segment and by day are not weighted by stratum"
    case .mixedClusters(let alone, let shared):
      "\(alone) of \(alone + shared) clusters \(alone == 1 ? "lies" : "lie") in one arm only, the others"
        + " in several: make sure whether units were randomised or clusters"
    case .regression(let words): words
    case .impliedCovariates(let arm, let names):
      "in arm \(quoted(arm)) \(names.map(quoted).joined(separator: ", ")) \(names.count == 1 ? "is" : "are") constant or"
        + " implied by other covariates, and left out"
    case .fewResampledClusters(let count, let anArm, let enough):
      Self.fewResampledClusters(count, anArm, enough)
    case .daysAreNoLooks:
      "the days before the last are no looks of the rule: what clusters add from day to day is not"
        + " independent of the days before"
    case .quantileByGroup(let metric, let kind):
      "\(metric): quantiles are not compared by \(kind.rawValue)"
    case .nothingByGroup(let metric, let kind, let reason):
      "\(metric): nothing can be said by \(kind.rawValue): \(reason)"
    case .interference(let metric, let arm):
      "\(metric), \(quoted(arm)): clusters that are in one arm as wholes show another effect than those"
        + " with units in several; units of a cluster influence each other, or the two kinds of clusters"
        + " differ, and the effect above mixes both"
    case .noPermutationTest(let metric, let arm, let reason):
      "\(metric), \(quoted(arm)): no permutation test: \(reason)"
    case .noPrior(let metric, let isOfNothing):
      "\(metric): no prior is used, since "
        + (isOfNothing
          ? "the control's value is 0 and nothing is a share of it"
          : "its spread would be too small or too large to be computed with")
    case .fewSwitches(let count, let areWindows):
      "with only \(count) \(areWindows ? "windows" : "places") the standard error itself is uncertain; t"
        + " has \(count - 1) degrees of freedom"
    }
  }

  private static func missing(_ metric: String, _ missing: Int, _ units: Int) -> String {
    "\(metric): \(missing) of \(units) units (\(percent(missing, units))) have no value and are left out"
      + (5 * missing > units && missing < units ? "; what is said holds for the others only" : "")
  }

  private static func fewResampledClusters(_ count: Int, _ anArm: Bool, _ enough: Int) -> String {
    (anArm
      ? "an arm has \(count) cluster\(count == 1 ? "" : "s"): with fewer than \(enough) an arm"
      : "there are \(count) clusters: with fewer than \(enough)")
      + " the bootstrap's intervals are too narrow, and those without it are to be preferred"
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    "\((Double(part) / Double(whole) * 1_000).rounded() / 10)%"
  }
}
