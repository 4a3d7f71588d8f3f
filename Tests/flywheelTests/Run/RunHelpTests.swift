import ArgumentParser
import Testing

@testable import flywheel

struct RunHelpTests {
  @Test func theWholeHelp() {
    #expect(Flywheel.helpMessage(for: RunCommand.self, columns: 80) == expected)
  }
}

private let expected = """
  OVERVIEW: Plays every plan of a scenario and says which is better, by how much
  and how sure.

  The first plan is the baseline. The same seed and scenario give the same bytes
  of every file, whatever the threads. An interrupted run leaves the results of
  the last one whole.

  USAGE: flywheel run <scenarios> ... [--seed <seed>] [--threads <threads>] [--customers <customers>] [--replications <replications>] [--precision <precision>] [--marginal] [--output <output>] [--json] [--quiet]

  ARGUMENTS:
    <scenarios>             Scenario files.

  OPTIONS:
    --seed <seed>           The number all luck comes from, instead of the
                            scenario's.
    --threads <threads>     Processor threads; they change no figure. (default:
                            all)
    --customers <customers> Play at most this many people, each standing for as
                            many as that takes; budgets shrink alike, money and
                            counts are those of the whole market.
    --replications <replications>
                            Play exactly this many replications, whatever the
                            scenario's precision; with --precision at most this
                            many.
    --precision <precision> Play until every difference in the objective is known
                            to plus or minus this, in the scenario's currency
                            where the objective is money.
    --marginal              Also play the twin markets that marginal and
                            incremental CPA by channel need.
    --output <output>       The folder of the results; with several scenarios
                            each has a folder in it. (default:
                            notebooks-out/<scenario>)
    --json                  Print one JSON document: an object, or with several
                            scenarios a list of them.
    --quiet                 Show no progress.
    --version               Show the version.
    -h, --help              Show help information.

  """
