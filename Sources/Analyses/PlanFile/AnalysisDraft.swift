import Documents
import Experiments

/// The plan of an analysis as written.
struct AnalysisDraft: Draft {
  var written: [String: Element] = [:]
  var data: String?
  var arm: String?
  var control: String?
  var metrics: [MetricSpecification]?
  var covariates: [String]?
  var cluster: String?
  var stratum: String?
  var day: String?
  var segment: String?
  var unit: String?
  var switchback: SwitchbackColumns?
  var burnIn: Double?
  var counts: Bool?
  var squares: [String]?
  var keepsFirstArm: Bool?
  var split = WrittenSplit()
  var splitFrom: [SplitPeriod] = []
  var without: [String]?
  var adjustment: AdjustmentRule?
  var standardError: WrittenError?
  var estimand: Estimand?
  var sequential: SequentialRule?
  var looks: Double?
  var plannedUnits: Double?
  var correction: CorrectionRule?
  var winsorize: Double?
  var margins: [Margin] = []
  var equivalences: [Margin] = []
  var priors: [PriorSpread] = []
  var resampling = ResamplingPlan()
  var confidence: Double?

  /// The variances a planner may ask for; CR1 and CR3 are those of clusters.
  enum WrittenError: String, CaseIterable, Sendable {
    case hc0 = "HC0"
    case hc1 = "HC1"
    case hc2 = "HC2"
    case hc3 = "HC3"
    case cr1 = "CR1"
    case cr3 = "CR3"
  }

  /// nil where what must be given is not.
  var plan: AnalysisPlan? {
    guard let arm, let metrics else { return nil }
    var plan = AnalysisPlan(arm: arm, metrics: metrics)
    plan.control = control
    plan.covariates = covariates ?? []
    (plan.cluster, plan.stratum, plan.day) = (cluster, stratum, day)
    (plan.segment, plan.unit) = (segment, unit)
    plan.switchback = switchback
    plan.burnIn = burnIn.map { Int($0) }
    plan.counts = counts ?? plan.counts
    plan.squares = squares ?? []
    plan.keepsFirstArm = keepsFirstArm ?? plan.keepsFirstArm
    plan.take(split)
    plan.splitFrom = splitFrom
    plan.without = without ?? []
    plan.standardError = standardError.flatMap { RobustVariance(rawValue: $0.rawValue) }
    plan.adjustment = adjustment ?? plan.adjustment
    plan.estimand = estimand ?? plan.estimand
    plan.sequential = sequential
    plan.looks = looks.map { Int($0) }
    plan.plannedUnits = plannedUnits
    plan.correction = correction ?? plan.correction
    plan.winsorize = winsorize
    plan.margins = margins
    plan.equivalences = equivalences
    plan.priors = priors
    plan.resampling = resampling
    plan.confidence = confidence ?? plan.confidence
    return plan
  }
}
