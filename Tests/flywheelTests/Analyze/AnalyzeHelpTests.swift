import ArgumentParser
import Testing

@testable import flywheel

struct AnalyzeHelpTests {
  @Test func theWholeHelp() {
    #expect(Flywheel.helpMessage(for: AnalyzeCommand.self, columns: 80) == expected)
  }
}

private let expected = """
  OVERVIEW: Analyses a real A/B/n test.

  The data is a CSV file with a row per unit: its arm, what was measured, and
  what was known before. An empty cell, NA, NaN or null means that nothing was
  recorded. The plan is given by options, or for repeatable analyses as a YAML
  file with the same keys (--plan).

  Without covariates arms are compared by Welch's test, with them by Lin's
  regression; clusters get cluster-robust errors, in segments and days too, which
  covariates adjust by CUPED. With more than one arm beside the control Dunnett's
  correction applies, unless said. A split that is not as intended is reported
  before any effect.

  USAGE: flywheel analyze [<options>] [<data>]

  ARGUMENTS:
    <data>                  The data; - reads standard input. A plan file may
                            name it instead.

  ANALYSIS OPTIONS:
    --arm <arm>             The column that names a unit's arm.
    --control <control>     The control's name in that column. (default: the arm
                            called control or baseline, else the first in order)
    --metric <metric>       What is measured: a column, as in revenue or
                            converted:proportion, a ratio such as
                            revenue/sessions, a quantile such as p90(latency), or
                            retention: returned:retention, or d7(last_seen) for
                            units whose day last seen is 7 or later. Kinds: mean,
                            proportion, ratio, quantile, retention. More than one
                            may follow.
    --covariate <covariate> Columns known before the experiment, separated by
                            commas.
    --adjust <adjust>       How covariates enter: lin, ancova or cuped. (default:
                            lin)
    --cluster <cluster>     The column of clusters, such as households, that were
                            randomised together.
    --stratum <stratum>     The column of groups known before, to be weighted by
                            their sizes.
    --day <day>             The column with the day of a unit's observation.
    --segment <segment>     The column of groups in which the effect may differ.
    --unit <unit>           The column that names the unit, in which no name may
                            come twice.
    --switchback <switchback>
                            Rows are those of a switchback, in the order of time:
                            the columns of what switches between arms and of the
                            window of time, such as city,hour. A city during an
                            hour becomes a unit.
    --burn-in <burn-in>     Rows to drop at the start of each window of a
                            switchback. (default: 0)
    --split <split>         The intended split, such as A=50,B=25,C=25. (default:
                            equal)
    --se <se>               The robust standard error of regressions: HC0, HC1,
                            HC2 or HC3. (default: HC2, or Welch's without
                            covariates)
    --sequential <sequential>
                            The rule that allows for looks before the end:
                            asymptotic, obrien-fleming or pocock.
    --looks <looks>         Looks planned, equally far apart. (default: one each
                            day)
    --estimand <estimand>   Whose effect a regression estimates: that of the
                            units in the experiment (sample) or of all they were
                            drawn from (population). (default: sample)
    --planned-units <planned-units>
                            Units planned for the whole experiment (clusters,
                            where they are given), at which looks end.
    --correct <correct>     The correction for many comparisons: dunnett, holm,
                            hochberg, bh, by or none. (default: dunnett)
    --winsorize <winsorize> Cap means and ratios at this quantile of all arms
                            together, such as 0.999.
    --non-inferior <non-inferior>
                            Test that a metric is not worse than the control by
                            more than a margin: revenue=0.2 or revenue=2% for a
                            fall, latency=+20 for a rise.
    --equivalent <equivalent>
                            Test that a metric differs from the control by less
                            than a margin on either side: revenue=0.2 or
                            revenue=2%.
    --prior <prior>         The standard deviation of effects as believed before,
                            for chances and expected losses: 10% of the control's
                            value for every metric, revenue=5% or revenue=0.5 for
                            one. (default: all effects alike likely)
    --confidence <confidence>
                            The confidence of intervals. (default: 0.95)
    --bootstrap <bootstrap> Take intervals and p-values of means, shares and
                            ratios from resamples: poisson (bootstrap-t for means
                            and shares, percentiles for ratios) or bucket
                            (percentiles; for many rows, and for clusters, which
                            it draws whole). Neither combines with covariates,
                            strata, --se or --sequential. With more than one arm
                            dunnett holds for all of them, by the resamples
                            together. Quantiles, segments and days keep their
                            formulas.
    --resamples <resamples> Resamples of the bootstrap, 100 to 100000. (default:
                            1000)
    --permutations <permutations>
                            Rearrangements of the units' arms, 100 to 100000: a
                            permutation p-value of Welch's t beside each effect
                            on a mean or share, without covariates and not
                            corrected.
    --seed <seed>           The number all luck comes from. (default: 1)

  OPTIONS:
    --plan <plan>           A YAML file with the plan.
    --output <output>       The folder of the results. (default:
                            notebooks-out/<data>)
    --json                  Print one JSON document instead.
    --version               Show the version.
    -h, --help              Show help information.

  """
