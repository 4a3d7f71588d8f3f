public import Experiments

/// How an experiment is to be analysed; the same plan and data give the same result.
public struct AnalysisPlan: Sendable, Equatable {
  /// The column that names a unit's arm.
  public var arm: String
  /// The control's name; nil for the arm called control or baseline, else the first in order.
  public var control: String?
  public var metrics: [MetricSpecification]
  /// Columns known before randomisation.
  public var covariates: [String] = []
  public var cluster: String?
  public var stratum: String?
  public var day: String?
  public var segment: String?
  /// The column that names the unit, in which no name may come twice.
  public var unit: String?
  /// Whether units in several arms count in the arm of their first row, and are not left out.
  public var keepsFirstArm = false
  /// Whether each row counts a group of units; where rows can be nothing else, they do without it.
  public var counts = false
  /// By metric, where rows are counts of groups: the column with its sum of squares.
  public var squares: [String] = []
  /// Where the rows are those of a switchback.
  public var switchback: SwitchbackColumns?
  /// Rows dropped at the start of each window of a switchback; nil for none.
  public var burnIn: Int?
  /// Each arm's intended share of the units, in any scale; equal shares where it is empty.
  public var split: [String: Double] = [:]
  /// The same in the order of the arms, the control first; ``split`` where it is empty.
  public var splitInOrder: [Double] = []
  /// Where the intended split changes: from which days on, ``split`` before.
  public var splitFrom: [SplitPeriod] = []
  /// Arms to leave out.
  public var without: [String] = []
  /// How covariates enter.
  public var adjustment = AdjustmentRule.lin
  /// HC0 to HC3; nil for Welch without covariates, HC2 with them, and with clusters CR1 or, below fifty, CR3.
  public var standardError: RobustVariance?
  /// Whose effect a regression estimates.
  public var estimand = Estimand.sample
  public var sequential: SequentialRule?
  /// Units planned for the whole experiment, at which a sequential rule has no more looks.
  public var plannedUnits: Double?
  /// Looks planned, equally far apart; nil for one each day.
  public var looks: Int?
  public var correction = CorrectionRule.dunnett
  /// The quantile of all arms together at which means and ratios are capped.
  public var winsorize: Double?
  public var margins: [Margin] = []
  /// Metrics to be shown alike: the margin is put up with on both sides, whatever its sign.
  public var equivalences: [Margin] = []
  public var resampling = ResamplingPlan()
  /// Beliefs before the data, for chances and expected losses.
  public var priors: [PriorSpread] = []
  public var confidence = 0.95

  public init(arm: String, metrics: [MetricSpecification]) {
    self.arm = arm
    self.metrics = metrics
  }

  /// Which columns of a file it needs, each once, and as what.
  public var columns: UnitColumns {
    var numbers: [UnitColumns.Number] = []
    func add(_ name: String, _ option: String, isShare: Bool = false) {
      if let place = numbers.firstIndex(where: { $0.name == name }) {
        numbers[place].isShare = numbers[place].isShare || isShare
      } else {
        numbers.append(UnitColumns.Number(name: name, option: option, isShare: isShare))
      }
    }
    for metric in metrics {
      for column in metric.columns { add(column, "--metric", isShare: metric.isShare) }
    }
    for covariate in covariates { add(covariate, "--covariate") }
    for column in squares { add(column, "--squares") }
    var groups: [UnitTable.Role: String] = [:]
    groups[.cluster] = cluster
    groups[.stratum] = stratum
    groups[.day] = day
    groups[.segment] = segment
    var columns = UnitColumns(
      arm: arm, control: control, numbers: numbers, groups: groups, unit: unit)
    columns.keepsFirstArm = keepsFirstArm
    if let switchback {
      columns.groups = [.cluster: switchback.place, .stratum: switchback.window]
      columns.groupOptions = [.cluster: "--switchback", .stratum: "--switchback"]
    }
    return columns
  }

  /// What is wrong with it before any data is seen.
  public var problems: [PlanProblem] {
    var problems: [PlanProblem] = []
    if metrics.isEmpty {
      problems.append(PlanProblem("there is no metric to analyse", key: "metric"))
    }
    let names = metrics.map(\.name)
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      problems.append(PlanProblem("the metric “\(name)” is given twice", key: "metric"))
    }
    for margin in margins where !names.contains(margin.metric) {
      problems.append(
        PlanProblem(
          "the margin is for “\(margin.metric)”, which is no metric of this analysis",
          key: "non-inferior"))
    }
    let measured = Set(metrics.flatMap(\.columns))
    for covariate in covariates where measured.contains(covariate) {
      problems.append(
        PlanProblem(
          "“\(covariate)” is both a metric and a covariate; a covariate is known before the"
            + " experiment begins", key: "covariate"))
    }
    if let winsorize, !(winsorize > 0.5 && winsorize < 1) {
      problems.append(
        PlanProblem(
          "values are capped at a quantile between 0.5 and 1 such as 0.999", key: "winsorize"))
    }
    if !(confidence > 0.5 && confidence < 1) {
      problems.append(
        PlanProblem("the confidence lies between 0.5 and 1, such as 0.95", key: "confidence"))
    }
    if adjustment == .cuped, cluster != nil || stratum != nil || standardError != nil {
      problems.append(
        PlanProblem(
          "CUPED knows neither clusters nor strata nor robust errors; lin does", key: "adjust"))
    }
    if let standardError, standardError.isClustered != (cluster != nil) {
      problems.append(
        PlanProblem(
          cluster == nil
            ? "\(standardError.rawValue) is the error of clusters, and none are given; without them it is"
              + " HC0, HC1, HC2 or HC3"
            : "with clusters the standard error is theirs, CR1 or CR3; HC0 to HC3 are not",
          key: "se"))
    }
    if keepsFirstArm, unit == nil {
      problems.append(
        PlanProblem(
          "which units are in several arms is not known without the column that names them",
          key: "keep-first-arm"))
    }
    if !splitFrom.isEmpty, day == nil {
      problems.append(
        PlanProblem("splits from a day on need a column of days", key: "split-from"))
    } else if !splitFrom.isEmpty, !canBeWithinDays {
      problems.append(
        PlanProblem(
          "where the split changes from day to day effects are taken within days, which goes with neither strata,"
            + " clusters, a sequential rule, the bootstrap nor a switchback", key: "split-from"))
    }
    if let looks, !(1...1_000).contains(looks) {
      problems.append(PlanProblem("looks are a whole number from 1 to 1000", key: "looks"))
    }
    if split.values.contains(where: { !($0 >= 0 && $0.isFinite) }) {
      problems.append(PlanProblem("an arm's share of the split is not below 0", key: "split"))
    }
    return problems + switchbackProblems + resamplingProblems + priorProblems
      + equivalenceProblems
  }
}

/// How covariates enter the comparison of arms.
public enum AdjustmentRule: String, Sendable, CaseIterable {
  /// Each arm its own slopes (Lin 2013).
  case lin
  /// One set of slopes for all arms, the analysis of covariance.
  case ancova
  /// θ pooled within arms (Deng et al. 2013), from moments alone.
  case cuped
}

/// How looks before the end are paid for.
public enum SequentialRule: String, Sendable, CaseIterable {
  /// An interval that holds at every look, whenever one looks.
  case asymptotic
  case obrienFleming = "obrien-fleming"
  case pocock
}

/// How p-values and intervals allow for there being many.
public enum CorrectionRule: String, Sendable, CaseIterable {
  case dunnett, holm, hochberg
  case benjaminiHochberg = "bh"
  case benjaminiYekutieli = "by"
  case none
}
