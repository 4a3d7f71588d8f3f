import ArgumentParser
import Documents
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// `flywheel rehearse`: makes an experiment many times in the simulated market, where the truth is known.
struct RehearseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Rehearses an experiment in the simulated market before money is spent on it.",
    discussion: """
      People of one market are put into the arms by a salted hash, plans of the scenario that differ in \
      their offers or their contacts; each arm buys contacts for its own people. What the test says is \
      compared with the truth: the same market with everybody in one plan. It says how often the wrong plan would be chosen, what that costs, the power and the days it \
      takes, what interference between the arms does to the estimates, and what peeking does.
      """)

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    help: """
      The plans that are the arms, the control first, separated by commas; may be repeated.
      """)
  var arms: [String]

  @Option(help: "Percent of people in each arm, such as 50:50. (default: equal)")
  var split: SplitShares?

  @Option(help: "Days the test runs. (default: 14, or the horizon where that is shorter)")
  var days: Int?

  @Option(
    help: """
      Who is in the test from when: exposed, people from the day they can first meet what differs \
      between the arms, or start, everybody from the first day.
      """)
  var enrol = TestEntry.exposed

  @Option(help: "What is decided by, a person in the test.")
  var metric: TestMetric = .contribution

  @Option(
    help: "How often the figures are looked at. (default: 7, or the days where they are fewer)")
  var looks: Int?

  @Option(help: "How often the test is rehearsed.")
  var rehearsals = 1_000

  @Option(help: "The number all luck comes from, instead of the scenario's.")
  var seed: UInt64?

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var kernels: KernelsOption

  @Option(help: "Make the test on at most this many people; budgets shrink alike.")
  var customers: Int?

  @OptionGroup var report: ReportOption

  @Option(
    help: "The folder of the results. (default: notebooks-out/<scenario>-rehearsal)",
    completion: .directory)
  var output: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    try GivenPath.check(scenario, "The scenario's name")
    try GivenPath.check(output, "--output")
    try Whole.check(customers, "--customers", 1...1_000_000_000)
    try Whole.check(days, "--days", 1...100_000)
    try Whole.check(looks, "--looks", 1...1_000)
    try Whole.check(rehearsals, "--rehearsals", 2...1_000_000)
  }

  func run() async throws {
    try kernels.settle()
    let input = try read()
    let rehearsal = try rehearsal(input)
    let shownFolder = output ?? "notebooks-out/\(input.stem)-rehearsal"
    let folder = ResultFolder(shownFolder)
    try told { () throws(CommandFailure) in
      try folder.prepare(for: ResultNames.rehearsal, reading: input.paths)
    }
    let result = try await play(rehearsal, input.stem, shownFolder)
    let files = try result.files(
      input.provenance, assumptions: input.assumptions,
      command: report.command(ReportOption.said("rehearse", files: [scenario])))
    try endingOnDisk { () throws(FileProblem) in try folder.replace(with: files) }
    let names = files.map(\.name)
    if json {
      try Terminal.answer(result.document(input.provenance, folder: shownFolder, files: names))
    } else {
      try Terminal.answer(
        RehearsalAnswer(result).text(
          width: Terminal.width(), style: Terminal.style,
          closing: [ResultFolder.closing(names, in: shownFolder)]),
        terminator: "")
    }
  }

  private func read() throws -> ScenarioInput {
    do {
      let input = try ScenarioInput(scenario, simulated: customers, threads: threads.count) {
        scenario in
        var scenario = scenario
        if let seed { scenario.seed = seed }
        return scenario
      }
      if !input.warnings.problems.isEmpty { Terminal.note(input.warnings.text(file: scenario)) }
      return input
    } catch {
      Terminal.note(error.text)
      throw ExitCode(65)
    }
  }

  private func rehearsal(_ input: ScenarioInput) throws -> Rehearsal {
    do throws(ArmProblem) {
      return try Rehearsal(
        try design(input.scenario), draws: input.draws, threads: threads.count)
    } catch {
      guard error.cause == .scenario else { throw Self.wrongUsage(error.reason) }
      Terminal.note("\(self.scenario): \(error.reason)\n")
      throw ExitCode(65)
    }
  }

  private func design(_ scenario: Scenario) throws(ArmProblem) -> RehearsalDesign {
    let places = try scenario.arms(arms)
    if let split, places.count > 1, let problem = split.problem(arms: places.count) {
      throw ArmProblem(problem)
    }
    let days = days ?? min(14, scenario.horizon)
    return try RehearsalDesign(
      scenario, arms: places, shares: places.count > 1 ? split?.shares ?? [] : [], days: days,
      metric: metric.metric, looks: looks ?? min(7, days), rehearsals: rehearsals,
      enrolment: enrol.enrolment)
  }

  private func play(_ rehearsal: Rehearsal, _ name: String, _ folder: String) async throws
    -> RehearsalResult
  {
    let design = rehearsal.design
    let progress = RunProgress(
      name, design.scenario, RunProgress.Kind(isQuiet: quiet))
    return try await interruptible(scenario, folder, progress) {
      try await rehearsal.run {
        progress.report($0, of: design.rehearsals, "rehearsals")
      }
    }
  }
}

/// When people come into a test.
enum TestEntry: String, CaseIterable, ExpressibleByArgument {
  case exposed, start

  var enrolment: Enrolment {
    switch self {
    case .exposed: .exposed
    case .start: .start
    }
  }
}

/// What a test may be decided by.
enum TestMetric: String, CaseIterable, ExpressibleByArgument {
  case conversion, orders, revenue, contribution

  var metric: PersonMetric {
    switch self {
    case .conversion: .conversion
    case .orders: .orders
    case .revenue: .revenue
    case .contribution: .contribution
    }
  }
}
