import Analyses
import ArgumentParser
import Experiments
import Foundation
import ExperimentReports
import Reports
import Takeaways

/// `flywheel analyze`: what a real experiment said.
struct AnalyzeCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyses a real A/B/n test.",
    discussion: """
      The data is a CSV file with a row per unit: its arm, what was measured, and what was known before. An \
      empty cell, NA, NaN or null means that nothing was recorded. The plan is given by options, or for \
      repeatable analyses as a YAML file with the same keys (--plan).

      Without covariates arms are compared by Welch's test, with them by Lin's regression; clusters get \
      cluster-robust errors, in segments and days too, which covariates adjust by CUPED. With more than one arm beside the control Dunnett's correction applies, unless \
      said. A split that is not as intended is reported before any effect.
      """)

  @Argument(
    help: "The data; - reads standard input. A plan file may name it instead.",
    completion: .file(extensions: ["csv"]))
  var data: String?

  @Option(help: "A YAML file with the plan.", completion: .file(extensions: ["yaml", "yml"]))
  var plan: String?

  @OptionGroup(title: "Analysis Options") var options: AnalyzeOptions

  @OptionGroup(title: "How The Data Is Written") var reading: ReadingOptions

  @Option(
    help: "The folder of the results. (default: notebooks-out/<data>)", completion: .directory)
  var output: String?

  @OptionGroup var report: ReportOption

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var kernels: KernelsOption

  @Flag(help: "Print one JSON document instead.")
  var json = false

  func validate() throws {
    for (path, name) in [(data, "The data"), (plan, "--plan"), (output, "--output")] {
      try GivenPath.check(path, name)
    }
    if plan != nil {
      guard options.isEmpty else {
        throw ValidationError("With --plan everything about the analysis is said in that file.")
      }
    } else {
      guard data != nil else { throw ValidationError("The data file is missing.") }
      guard !options.metric.isEmpty else {
        throw ValidationError("--metric is missing: what is measured, such as --metric revenue.")
      }
      _ = try options.plan()
    }
  }

  func prepare() throws { try kernels.settle() }

  func outcome(
    width: Int = 100, style: Style = .plain
  ) async -> (text: String, failure: CommandFailure?) {
    do throws(CommandFailure) {
      let job = try job()
      let finished = try await job.run()
      let failure =
        finished.result.isAnswer
        ? nil
        : CommandFailure("\(job.data): no effect can be computed from it; nothing was written")
      if json { return (try finished.document() + "\n", failure) }
      let text = AnalysisAnswer(finished.result).text(
        width: width, style: style, closing: finished.closing)
      return (text, failure)
    } catch {
      return ("", error)
    }
  }

  private func job() throws(CommandFailure) -> AnalyzeJob {
    if let plan {
      let input = try AnalyzePlanInput(plan, data: data)
      return AnalyzeJob(
        data: input.data, plan: input.plan, source: input.source, output: output,
        inputs: [plan, input.data], name: AnalyzeJob.stem(plan), threads: threads.count,
        reading: reading,
        command: report.command(ReportOption.said("analyze", files: [plan, input.data])))
    }
    let data = data ?? ""
    do {
      return AnalyzeJob(
        data: data, plan: try options.plan(), source: nil, output: output,
        inputs: [data], name: AnalyzeJob.stem(data), threads: threads.count, reading: reading,
        command: report.command(ReportOption.said("analyze", files: [data])))
    } catch {
      throw CommandFailure("\(error)")
    }
  }
}
