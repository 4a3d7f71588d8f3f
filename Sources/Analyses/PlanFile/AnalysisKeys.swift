import Documents
import Experiments

extension Section<AnalysisDraft> {
  /// Everything a plan file may hold: what `flywheel analyze` has options for.
  static var analysis: Self {
    Section(
      "analysis", "How an experiment is analysed.", blank: AnalysisDraft(),
      keys: columns + measures + rules + resampling)
  }

  private static var columns: [Key<AnalysisDraft>] {
    [
      Key(
        optional: "data", \.data, .text("the name of a file beside the plan such as `test.csv`"),
        "The data, unless the command names it."),
      Key(required: "arm", \.arm, .column("variant"), "The column that names a unit's arm."),
      Key(
        optional: "control", \.control, .text("the control's name such as `A`"),
        "The control's name in that column.",
        standard: "the arm called control or baseline, else the first in order"),
      Key(
        optional: "without", \.without,
        .list(of: .column("something")) { _ in
          "an arm or a list of them such as `[something, other]`"
        }, "Arms to leave out, such as one that a few users strayed into."),
      Key(
        optional: "cluster", \.cluster, .column("village"),
        "The column of clusters that were randomised together."),
      Key(
        optional: "stratum", \.stratum, .column("region"),
        "The column of groups known before, to be weighted by their sizes."),
      Key(
        optional: "day", \.day, .column("day"), "The column with the day of a unit's observation."),
      Key(
        optional: "segment", \.segment, .column("platform"),
        "The column of groups in which the effect may differ."),
      Key(
        optional: "unit", \.unit, .column("user"),
        "The column that names the unit, in which no name may come twice."),
      Key(
        optional: "keep-first-arm", \.keepsFirstArm, .yesOrNo,
        "Whether units in more than one arm are kept, by their first row.",
        standard: "no: they are left out"),
      Key(
        optional: "counts", \.counts, .yesOrNo,
        "Whether each row counts a group of units, such as a day's visitors and buyers.",
        standard: "yes where rows can be nothing else"),
      Key(
        optional: "squares", \.squares,
        .list(of: .column("revenue_squares")) { _ in
          "a column or a list of them such as `[revenue_squares]`"
        },
        "With rows that count groups, the column of the sum of squares of each metric."),
      Key(
        optional: "switchback", \.switchback, .switchback,
        "Rows are those of a switchback: the columns of what switches and of the window of time."),
      Key(
        optional: "burn-in", \.burnIn,
        .figure("a whole number of rows such as `2`", \.isBurnIn),
        "Rows to drop at the start of each window of a switchback.", standard: "0"),
    ]
  }

  private static var measures: [Key<AnalysisDraft>] {
    [
      Key(
        required: "metric", \.metrics,
        .list(of: .metric) { _ in
          "a metric or a list of them such as `[revenue, converted:proportion, revenue/sessions]`"
        }, "What is measured."),
      Key(
        optional: "covariate", \.covariates,
        .list(of: .column("revenue_before")) { _ in
          "a column or a list of them such as `[revenue_before, visits_before]`"
        }, "Columns known before the experiment."),
      .split, .splitFrom, .margins, .equivalences, .priors,
    ]
  }

  private static var rules: [Key<AnalysisDraft>] {
    [
      Key(
        optional: "adjust", \.adjustment, .word, "How covariates enter.", standard: "lin"),
      Key(
        optional: "se", \.standardError, .word, "The robust standard error of regressions.",
        standard: "HC2, or Welch's without covariates"),
      Key(
        optional: "estimand", \.estimand, .word, "Whose effect a regression estimates.",
        standard: "sample"),
      Key(
        optional: "sequential", \.sequential, .word,
        "The rule that allows for looks before the end."
      ),
      Key(
        optional: "looks", \.looks, .figure("a whole number of looks such as `5`", \.isLooks),
        "Looks planned, equally far apart.", standard: "one each day"),
      Key(
        optional: "planned-units", \.plannedUnits,
        .figure("a whole number of units such as `20000`", \.isCount),
        "Units planned for the whole experiment, at which looks end."),
      Key(
        optional: "correct", \.correction, .word, "The correction for many comparisons.",
        standard: "dunnett"),
      Key(
        optional: "winsorize", \.winsorize,
        .figure("a quantile between 0.5 and 1 such as `0.999`", \.isUpperShare),
        "The quantile of all arms together at which means and ratios are capped."),
      Key(
        optional: "confidence", \.confidence,
        .figure("a share between 0.5 and 1 such as `95%` or `0.95`", \.isUpperShare),
        "The confidence of intervals.", standard: "0.95"),
    ]
  }
}

extension Key<AnalysisDraft> {
  /// Arms and their shares.
  fileprivate static var split: Key {
    entries(
      "split", "Each arm's intended share of the units, in any scale.",
      "arms and their shares such as `{A: 50, B: 25, C: 25}` or `50:25:25`",
      takeAll: { text, draft throws(PlanProblem) in draft.split = try WrittenSplit(text) }
    ) { name, text, draft throws(PlanProblem) in
      guard let share = Double(text), share >= 0, share.isFinite else {
        throw PlanProblem("“\(text)” is no share")
      }
      draft.split.named[name] = share
    }
  }

  /// Days and the splits from them on.
  fileprivate static var splitFrom: Key {
    entries(
      "split-from", "Splits intended from a day on, for a ramp-up; effects are within days then.",
      "days and their splits such as `{2026-03-01: 99:1, 2026-03-04: 50:50}`"
    ) { day, text, draft throws(PlanProblem) in
      draft.splitFrom.append(SplitPeriod(day: day, try WrittenSplit(text)))
    }
  }

  /// Metrics and how much worse they may be.
  fileprivate static var margins: Key {
    entries(
      "non-inferior", "Metrics that must not be worse than the control's by more than a margin.",
      "metrics and their margins such as `{revenue: 2%, latency: +20}`"
    ) { name, text, draft throws(PlanProblem) in
      draft.margins.append(try Margin(metric: name, margin: text))
    }
  }

  static func entries(
    _ name: String, _ meaning: String, _ rule: String,
    takeAll: (@Sendable (String, inout AnalysisDraft) throws(PlanProblem) -> Void)? = nil,
    _ take: @escaping @Sendable (String, String, inout AnalysisDraft) throws(PlanProblem) -> Void
  ) -> Key {
    Key(
      name: name, meaning: meaning, rule: rule, schema: { _ in .object([]) },
      read: { element, draft, reading in
        if let takeAll, case .scalar(let text) = element.content {
          do throws(PlanProblem) {
            try takeAll(text, &draft)
          } catch {
            reading.refuse(element, reason: "\(error)", rule: "Write \(rule).")
          }
          return
        }
        guard case .block(let entries) = element.content else {
          reading.refuse(element, reason: "Names and figures belong here.", rule: "Write \(rule).")
          return
        }
        for entry in entries {
          guard case .scalar(let text) = entry.value.content else {
            reading.refuse(entry.value, reason: "No value is given.", rule: "Write \(rule).")
            continue
          }
          do throws(PlanProblem) {
            try take(entry.name, text, &draft)
          } catch {
            reading.refuse(entry.value, reason: "\(error)", rule: "Write \(rule).")
          }
        }
      })
  }
}
