import ArgumentParser
import Documents
import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways

/// `flywheel run`: plays every plan, compares with the baseline, answers and leaves the files.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Plays every plan of a scenario and says which is better, by how much and how sure.",
    discussion: """
      The first plan is the baseline. The same seed and scenario give the same bytes of every file, \
      whatever the threads. An interrupted run leaves the results of the last one whole.
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @OptionGroup var options: PlayOptions

  @Flag(
    help:
      "Also play the twin markets that marginal and incremental CPA by channel need, and show them."
  )
  var marginal = false

  @Flag(
    help:
      "Also leave the figures of each replication in replications.csv, so that paired tests can be made anew."
  )
  var replicationsCsv = false

  @OptionGroup var report: ReportOption

  @Option(
    help: """
      The folder of the results; with several scenarios each has a folder in it. (default: \
      notebooks-out/<scenario>)
      """,
    completion: .directory)
  var output: String?

  @Option(
    help: """
      Also write what all of them are answered to this file, a page of Markdown: each with its question, its plans, \
      the answer and why.
      """,
    completion: .file(extensions: ["md"]))
  var answers: String?

  @Flag(help: "Print one JSON document: an object, or with several scenarios a list of them.")
  var json = false

  @Flag(help: "Show every table, and how precisely the answer was computed.")
  var more = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    for scenario in scenarios { try GivenPath.check(scenario, "A scenario's name") }
    try GivenPath.check(output, "--output")
    try GivenPath.check(answers, "--answers")
  }

  func run() async throws {
    let jobs = try readAll()
    let inputs = jobs.flatMap(\.inputs)
    for job in jobs {
      try told { () throws(CommandFailure) in
        try job.folder.prepare(for: ResultNames.run, reading: inputs)
      }
    }
    let page = answers.map { AnswersFile($0, options: options.said) }
    try told { () throws(CommandFailure) in try page?.check(reading: inputs) }
    var finished: [FinishedRun] = []
    for job in jobs { finished.append(try await finish(job)) }
    try endingOnDisk { () throws(FileProblem) in try page?.write(finished.map(\.answered)) }
    try conclude(finished)
    if let failure = finished.lazy.compactMap(\.failure).first { throw failure.status }
  }

  /// What is said once all have been played.
  private func conclude(_ finished: [FinishedRun]) throws {
    let isAlone = finished.count == 1
    if json {
      let documents = finished.compactMap(\.document)
      guard !isAlone else {
        if let document = documents.first { try Terminal.answer(document) }
        return
      }
      try Terminal.answer("[\n\(documents.joined(separator: ",\n"))\n]")
    } else if !isAlone {
      try Terminal.answer(
        "\n"
          + AnswersText(finished.map(\.answered)).text(
            width: Terminal.width(), style: Terminal.style),
        terminator: "")
    }
  }

  /// Reads every scenario before any is played.
  private func readAll() throws -> [RunJob] {
    var refusals: [String] = []
    var jobs: [RunJob] = []
    for file in scenarios {
      do {
        let input = try ScenarioInput(file, options: options)
        if !input.warnings.problems.isEmpty { Terminal.note(input.warnings.text(file: file)) }
        jobs.append(job(input))
      } catch {
        refusals.append(error.text)
      }
    }
    guard refusals.isEmpty else {
      Terminal.note(refusals.joined(separator: "\n"))
      throw ExitCode(65)
    }
    guard Set(jobs.map { FileIdentity($0.folder.path) }).count == jobs.count else {
      throw Self.wrongUsage(
        "Two of the scenarios have the same file name, so that their results would be mixed up;"
          + " play them one by one with --output.")
    }
    return jobs
  }

  private func job(_ input: ScenarioInput) -> RunJob {
    let folder =
      output.map { scenarios.count == 1 ? $0 : "\($0)/\(input.stem)" }
      ?? "notebooks-out/\(input.stem)"
    return RunJob(
      name: input.stem, file: input.file, scenario: input.scenario, assumptions: input.assumptions,
      draws: input.draws, provenance: input.provenance, inputs: input.paths,
      folder: ResultFolder(folder), shownFolder: folder,
      threads: options.threads.count,
      studiesChannels: marginal)
  }

  /// Plays one scenario, leaves its files and answers.
  ///
  /// - Throws: The status to end with where no other is to be played either; why has been said then.
  private func finish(_ job: RunJob) async throws -> FinishedRun {
    let progress = RunProgress(
      job.name, job.scenario, RunProgress.Kind(isQuiet: quiet))
    let played = try await interruptible(job.name, job.shownFolder, progress) {
      try await job.playToItsEnd(progress)
    }
    let result: RunResult
    switch played {
    case .success(let whole): result = whole
    case .failure(let limit):
      let failed = try FinishedRun(job, failed: limit, hasDocument: json && scenarios.count > 1)
      _ = failed.failure?.told()
      return failed
    }
    let files = try result.files(
      job.provenance,
      command: report.command(
        ["flywheel", "run", job.provenance.scenario.file] + options.said
          + (marginal ? ["--marginal"] : []) + (replicationsCsv ? ["--replications-csv"] : [])),
      hasReplications: replicationsCsv)
    try endingOnDisk { () throws(FileProblem) in try job.folder.replace(with: files) }
    let names = files.map(\.name)
    let answered = AnsweredScenario(result, file: job.file)
    if json {
      return FinishedRun(
        answered,
        document: try result.document(job.provenance, folder: job.shownFolder, files: names))
    }
    try Terminal.answer(
      Answer(result).text(
        width: Terminal.width(), style: Terminal.style,
        showsMore: more, closing: [closing(names, in: job.shownFolder)]),
      terminator: "")
    return FinishedRun(answered)
  }

  /// The last line of an answer: which file to open, and how to see the rest.
  private func closing(_ names: [String], in folder: String) -> String {
    more
      ? ResultFolder.closing(names, in: folder)
      : "Open \(folder)/\(names.first ?? ""); --more shows the other tables, `flywheel terms` explains the"
        + " words." + ResultFolder.lacking(names)
  }
}
