import ArgumentParser
import Documents
import Market

/// What may be said on the command line instead of in the scenario.
struct PlayOptions: ParsableArguments {
  @Option(help: "The number all luck comes from, instead of the scenario's.")
  var seed: UInt64?

  @OptionGroup var threads: ThreadsOption

  @Option(
    help: """
      Play at most this many people, each standing for as many as that takes; budgets shrink alike, \
      money and counts are those of the whole market.
      """)
  var customers: Int?

  @Option(
    help: """
      Play exactly this many replications, whatever the scenario's precision; with --precision at most \
      this many. Where assumptions are drawn, as many whole draws as these are, two or more.
      """)
  var replications: Int?

  @Option(
    help: """
      Play until every difference in the objective is known to plus or minus this, in the scenario's \
      currency where the objective is money.
      """)
  var precision: Double?

  func validate() throws {
    try Whole.check(customers, "--customers", 1...1_000_000_000)
    try Whole.check(replications, "--replications", 2...1_000_000)
    if let precision, !(precision > 0 && precision.isFinite) {
      throw ValidationError("--precision is a number above 0.")
    }
  }

  /// What of them was said, for whoever wants the same again; threads change nothing.
  var said: [String] {
    var words: [String] = []
    if let seed { words += ["--seed", "\(seed)"] }
    if let customers { words += ["--customers", "\(customers)"] }
    if let replications { words += ["--replications", "\(replications)"] }
    if let precision { words += ["--precision", "\(precision)"] }
    return words
  }

  /// The scenario as it is to be played.
  func applied(to scenario: Scenario) -> Scenario {
    var scenario = scenario
    if let seed { scenario.seed = seed }
    if let precision {
      let isMoney = scenario.objective.measure.unit == .money
      scenario.stopping.precision = isMoney ? precision * scenario.currency.scale : precision
    }
    if let replications {
      scenario.stopping.maximum = replications
      if precision == nil {
        scenario.stopping.precision = nil
        scenario.stopping.minimum = replications
      } else {
        scenario.stopping.minimum = min(scenario.stopping.minimum, replications)
      }
    }
    return scenario
  }
}
