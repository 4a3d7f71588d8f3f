import ArgumentParser
import Experiments
import Foundation
import ExperimentReports
import Reports
import Takeaways

/// `flywheel power`: how many people an experiment needs, what it can see, how surely, in how many days.
struct PowerCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Plans an experiment: people per arm, the effect it can see, or how surely.",
    discussion: """
      Give two of three: the effect (--lift or --effect), the people (--n, or --daily with --days), the \
      chance to find it (--power, 80% unless given). What is left out is found.

      The metric's figures come by hand (--rate, or --mean and --sd), from data of today (--pilot), or \
      from a market played under its first plan (--scenario). Shares may be written as 5% or 0.05.

        flywheel power --rate 4% --lift 5% --daily 8000
        flywheel power --mean 0.52 --sd 0.85 --r2 0.38 --n 10000
        flywheel power --pilot users.csv --metric orders/sessions --covariate orders_before --lift 5%
      """)

  @OptionGroup(title: "The question") var question: PowerQuestion
  @OptionGroup(title: "The metric, by hand") var metric: MetricFigures
  @OptionGroup(title: "The metric, from data or a scenario") var source: PilotOptions
  @OptionGroup(title: "The experiment") var design: DesignOptions

  @OptionGroup var report: ReportOption

  @Option(
    help: """
      The folder of the report and of the curves as CSV, power by size and detectable effect by duration. \
      (default: notebooks-out/power, or no folder with --no-report)
      """,
    completion: .directory)
  var output: String?

  @Flag(help: "Print one JSON document instead.")
  var json = false

  func validate() throws {
    try GivenPath.check(output, "--output")
    let isFromFile = source.pilot != nil || source.scenario != nil
    if isFromFile, metric.isGiven {
      throw ValidationError(
        "The metric's figures come either by hand, from --pilot or from --scenario.")
    }
    if !isFromFile, !metric.isGiven {
      throw ValidationError(
        "Say what the metric is today: --rate 4%, --mean 12.5 with --sd 30, --pilot FILE or"
          + " --scenario FILE.")
    }
    if source.covariate != nil, design.r2 != nil {
      throw ValidationError("--r2 says what --covariate would estimate; give one of them.")
    }
    if source.cluster != nil, design.icc != nil {
      throw ValidationError("--icc says what --cluster would estimate; give one of them.")
    }
    // By hand everything can be known to be wrong before anything is computed.
    guard !isFromFile else { return }
    do {
      let baseline = try metric.baseline()
      _ = try design.analysis(baseline)
      _ = try question.sought(on: baseline)
      try checkPower()
    } catch let problem {
      throw ValidationError(problem.sentence)
    }
  }

  private func checkPower() throws(NotEstimable) {
    let alpha = design.alpha?.value ?? 0.05
    guard let power = question.power?.value, power <= alpha else { return }
    throw NotEstimable("the power must lie above alpha, which chance alone gives")
  }

  func outcome(
    width: Int = 100, style: Style = .plain
  ) -> (text: String, failure: CommandFailure?) {
    do throws(CommandFailure) {
      let output = output ?? (report.isLeftOut ? nil : "notebooks-out/power")
      let folder = output.map { ResultFolder($0) }
      let inputs = [source.pilot, source.scenario].compactMap { $0 }
      try folder?.prepare(for: ResultNames.power, reading: inputs)
      let result = try result()
      var closing: [String] = []
      if let folder, let output {
        let files = try files(result, inputs)
        try onDisk { () throws(FileProblem) in try folder.replace(with: files) }
        closing = [ResultFolder.closing(files.map(\.name), in: output)]
      }
      let text =
        json
        ? try document(result)
        : PowerAnswer(result).text(width: width, style: style, closing: closing)
      return (text, nil)
    } catch {
      return ("", error)
    }
  }

  private func files(
    _ result: PowerResult, _ inputs: [String]
  ) throws(CommandFailure) -> [OutputFile] {
    guard let command = report.command(ReportOption.said("power", files: inputs)) else {
      return result.files
    }
    do {
      return try result.files(version: Version.number, command: command)
    } catch {
      throw CommandFailure("A figure is not a number that JSON can hold.")
    }
  }

  private func document(_ result: PowerResult) throws(CommandFailure) -> String {
    do {
      return try result.document()
    } catch {
      throw CommandFailure("A figure is not a number that JSON can hold.")
    }
  }

  private func result() throws(CommandFailure) -> PowerResult {
    let from = try source.read(metric)
    do throws(NotEstimable) {
      func analysis(_ baseline: Baseline) throws(NotEstimable) -> PowerAnalysis {
        try design.analysis(baseline, explained: from.explained, clustering: from.clustering)
      }
      let assurance = Assurance(try from.possibilities.map(analysis))
      let sought = try question.sought(on: from.baseline)
      return try question.answer(
        try analysis(from.baseline), assurance, from.source, sought: sought)
    } catch {
      throw CommandFailure(from.file.map { "\($0): \(error.reason)" } ?? error.sentence)
    }
  }
}
