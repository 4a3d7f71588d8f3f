import ArgumentParser
import Documents
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// `flywheel sweep`: plays one plan at several values of one or two of its figures.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract:
      "Plays a plan at several values of a figure and says which is best, and how flat it is.",
    discussion: """
      A lever is a plan, the way to a key and two ends, such as --vary "second visit, 10 off: \
      coupons.second visit.value=0 CNY..30 CNY", or the name of one under `levers` in the scenario. All \
      values are twins: the same luck, the same draws of what is not known. Two levers of one plan are played \
      on a grid.
      """)

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "A lever, once or twice; those of the scenario unless given.")
  var vary: [String] = []

  @Option(help: "Values of each lever. (default: 11, or 7 where there are two levers)")
  var points: Int?

  @OptionGroup var options: PlayOptions

  @OptionGroup var page: ReportOption

  @Option(
    help: "The folder of the results. (default: notebooks-out/<scenario>-sweep)",
    completion: .directory)
  var output: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    try GivenPath.check(scenario, "A scenario's name")
    try GivenPath.check(output, "--output")
    try Whole.check(points, "--points", 2...LeverGrid.mostPoints)
    guard vary.count <= 2 else {
      throw ValidationError("--vary can be given once or twice: a sweep has one or two levers.")
    }
    if let points, vary.count == 2, points * points > LeverGrid.mostPoints {
      throw ValidationError(
        "Two levers with \(points) values each are \(points * points) points; at most"
          + " \(LeverGrid.mostPoints) are played at once: take --points 7.")
    }
  }

  func run() async throws {
    let job: SweepJob
    do {
      job = try SweepJob(scenario, vary: vary, points: points, options: options, output: output)
    } catch {
      Terminal.note(error.text)
      throw ExitCode(65)
    }
    if !job.warnings.problems.isEmpty { Terminal.note(job.warnings.text(file: scenario)) }
    try told { () throws(CommandFailure) in
      try job.folder.prepare(for: ResultNames.sweep, reading: job.inputs)
    }
    let progress = RunProgress(
      job.name, job.sweep.scenario, RunProgress.Kind(isQuiet: quiet))
    let threads = options.threads.count
    let result = try await interruptible(job.name, job.shownFolder, progress) {
      try await job.sweep.run(threads: threads) { progress.report($0) }
    }
    let report = SweepReport(result)
    let files = try report.files(
      job.provenance,
      command: page.command(
        ["flywheel", "sweep", job.provenance.scenario.file] + vary.flatMap { ["--vary", $0] }
          + (points.map { ["--points", "\($0)"] } ?? []) + options.said))
    try endingOnDisk { () throws(FileProblem) in try job.folder.replace(with: files) }
    let names = files.map(\.name)
    if json {
      try Terminal.answer(
        report.document(job.provenance, folder: job.shownFolder, files: names))
      return
    }
    try Terminal.answer(
      report.text(
        width: Terminal.width(), style: Terminal.style,
        closing: [ResultFolder.closing(names, in: job.shownFolder)]),
      terminator: "")
  }
}
