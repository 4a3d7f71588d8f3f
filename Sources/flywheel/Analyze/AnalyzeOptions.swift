import Analyses
import ArgumentParser
import Experiments

/// How an experiment is analysed, as said on the command line.
struct AnalyzeOptions: ParsableArguments {
  @Option(help: "The column that names a unit's arm.")
  var arm: String?

  @Option(
    help: """
      The control's name in that column. (default: the arm called control or baseline, else the first in \
      order)
      """)
  var control: String?

  @Option(
    parsing: .upToNextOption,
    help: """
      What is measured: a column, as in revenue or converted:proportion, a ratio such as revenue/sessions, \
      a quantile such as p90(latency), or retention: returned:retention, or d7(last_seen) for units whose \
      day last seen is 7 or later. Kinds: mean, proportion, ratio, quantile, retention. More than one may \
      follow.
      """)
  var metric: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Columns known before the experiment, separated by commas.")
  var covariate: [String] = []

  @Option(
    help: "How covariates enter: lin, ancova or cuped. (default: lin)",
    completion: .list(AdjustmentRule.allCases.map(\.rawValue)))
  var adjust: String?

  @Option(help: "The column of clusters, such as households, that were randomised together.")
  var cluster: String?

  @Option(help: "The column of groups known before, to be weighted by their sizes.")
  var stratum: String?

  @Option(help: "The column with the day of a unit's observation.")
  var day: String?

  @Option(help: "The column of groups in which the effect may differ.")
  var segment: String?

  @Option(help: "The column that names the unit, in which no name may come twice.")
  var unit: String?

  @Flag(
    help: """
      Each row counts a group of units, such as an arm or an arm's day: metrics are like conversions/users. \
      (default: as the rows tell)
      """)
  var counts = false

  @Option(
    parsing: .upToNextOption,
    help: """
      With rows that count groups, the column of the sum of squares of each metric, such as that of revenue for \
      revenue/users.
      """)
  var squares: [String] = []

  @Option(
    help: """
      Rows are those of a switchback, in the order of time: the columns of what switches between arms and of \
      the window of time, such as city,hour. A city during an hour becomes a unit.
      """)
  var switchback: String?

  @Flag(
    help:
      "Keep units that are in more than one arm, by their first row; without it they are left out.")
  var keepFirstArm = false

  @Option(help: "Rows to drop at the start of each window of a switchback. (default: 0)")
  var burnIn: Int?

  @Option(
    help: """
      The intended split, such as 50:50 or 50:25:25, the control first and the other arms in order, or with \
      names A=50,B=25,C=25. (default: equal)
      """)
  var split: String?

  @Option(
    parsing: .upToNextOption,
    help: """
      Splits intended from a day on, such as 2026-03-01=99:1 2026-03-04=50:50, for a ramp-up; effects are within \
      days then.
      """)
  var splitFrom: [String] = []

  @Option(
    help: """
      The robust standard error of regressions: HC0, HC1, HC2 or HC3, or of clusters CR1 or CR3. (default: HC2, \
      or Welch's without covariates; with clusters CR1, or CR3 below fifty)
      """,
    completion: .list(["HC0", "HC1", "HC2", "HC3", "CR1", "CR3"]))
  var se: String?

  @Option(
    help: "The rule that allows for looks before the end: asymptotic, obrien-fleming or pocock.",
    completion: .list(SequentialRule.allCases.map(\.rawValue)))
  var sequential: String?

  @Option(help: "Looks planned, equally far apart. (default: one each day)")
  var looks: Int?

  @Option(
    help: """
      Whose effect a regression estimates: that of the units in the experiment (sample) or of all they were \
      drawn from (population). (default: sample)
      """,
    completion: .list(Estimand.allCases.map(\.rawValue)))
  var estimand: String?

  @Option(
    help: """
      Units planned for the whole experiment (clusters, where they are given), at which looks end.
      """)
  var plannedUnits: Int?

  @Option(
    help:
      "The correction for many comparisons: dunnett, holm, hochberg, bh, by or none. (default: dunnett)",
    completion: .list(CorrectionRule.allCases.map(\.rawValue)))
  var correct: String?

  @Option(
    help: "Cap means and ratios at this quantile of all arms together, such as 0.999 or 99.9%.",
    transform: ShareArgument.init)
  var winsorize: ShareArgument?

  @Option(
    parsing: .upToNextOption,
    help: """
      Test that a metric is not worse than the control by more than a margin: revenue=0.2 or revenue=2% \
      for a fall, latency=+20 for a rise.
      """)
  var nonInferior: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: """
      Test that a metric differs from the control by less than a margin on either side: revenue=0.2 or \
      revenue=2%.
      """)
  var equivalent: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: """
      The standard deviation of effects as believed before, for chances and expected losses: 10% of the \
      control's value for every metric, revenue=5% or revenue=0.5 for one. (default: all effects alike \
      likely)
      """)
  var prior: [String] = []

  @Option(
    help: "The confidence of intervals, such as 95% or 0.9. (default: 95%)",
    transform: ShareArgument.init)
  var confidence: ShareArgument?

  @Option(
    parsing: .upToNextOption,
    help: "Arms to leave out, such as one that a few users strayed into.")
  var without: [String] = []

  @OptionGroup(title: "Resampling Options") var resampling: ResamplingOptions

  /// Whether anything was said here.
  var isEmpty: Bool {
    arm == nil && control == nil && metric.isEmpty && covariate.isEmpty && cluster == nil
      && stratum == nil && day == nil && segment == nil && unit == nil && split == nil
      && splitFrom.isEmpty && !keepFirstArm && se == nil
      && sequential == nil && plannedUnits == nil && correct == nil && winsorize == nil
      && nonInferior.isEmpty && confidence == nil && looks == nil && estimand == nil
      && adjust == nil && switchback == nil && burnIn == nil && equivalent.isEmpty
      && prior.isEmpty && without.isEmpty && resampling.isEmpty && !counts && squares.isEmpty
  }

  /// The plan they make.
  ///
  /// - Throws: `ValidationError` with the first thing that is wrong.
  func plan() throws -> AnalysisPlan {
    guard let arm else { throw ValidationError("--arm is missing: the column of arms.") }
    do {
      var plan = AnalysisPlan(arm: arm, metrics: try metric.map { try MetricSpecification($0) })
      plan.control = control
      plan.covariates = covariate.flatMap { QuotedNames.list($0) }
      (plan.counts, plan.squares) = (counts, squares.flatMap { QuotedNames.list($0) })
      (plan.cluster, plan.stratum, plan.day) = (cluster, stratum, day)
      (plan.segment, plan.unit) = (segment, unit)
      plan.switchback = try switchback.map { try SwitchbackColumns($0) }
      plan.burnIn = burnIn
      if let split { plan.take(try WrittenSplit(split)) }
      plan.keepsFirstArm = keepFirstArm
      plan.splitFrom = try splitFrom.map { try SplitPeriod($0) }
      if let se {
        guard let variance = RobustVariance(rawValue: se.uppercased()) else {
          throw ValidationError(
            "--se is HC0, HC1, HC2 or HC3, or with --cluster CR1 or CR3, not \(se).")
        }
        plan.standardError = variance
      }
      if let sequential { plan.sequential = try Self.word(sequential, "--sequential") }
      plan.plannedUnits = plannedUnits.map(Double.init)
      if let adjust { plan.adjustment = try Self.word(adjust, "--adjust") }
      if let correct { plan.correction = try Self.word(correct, "--correct") }
      plan.looks = looks
      if let estimand { plan.estimand = try Self.word(estimand, "--estimand") }
      plan.winsorize = winsorize?.value
      plan.margins = try nonInferior.map { try Margin($0) }
      plan.equivalences = try equivalent.map { try Margin($0) }
      plan.priors = try prior.map { try PriorSpread($0) }
      plan.resampling = try resampling.plan()
      if let confidence { plan.confidence = confidence.value }
      plan.without = without.flatMap { QuotedNames.list($0) }
      for problem in plan.problems { throw problem }
      return plan
    } catch let problem as PlanProblem {
      throw ValidationError("\(problem)")
    }
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(option) is one of \(words), not \(text).")
    }
    return word
  }
}
