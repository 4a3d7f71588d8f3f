public import Documents
import Experiments

/// A plan of an analysis read from a file, ready to be carried out.
public struct AnalysisFile: Sendable {
  public let plan: AnalysisPlan
  /// The data's file as written, if the plan names it.
  public let data: String?

  /// Reads a plan from the bytes of a YAML file.
  ///
  /// - Throws: Everything that is wrong with it at once, each with line and column.
  public init(bytes: [UInt8]) throws(ProblemReport) {
    let document = Document(
      try Document.text(of: bytes), advice: "A plan has the options of `flywheel analyze` as keys.")
    guard let root = document.root else { throw ProblemReport(document.problems) }
    var reading = Reading(root: root)
    var draft = AnalysisDraft()
    reading.refuseLongLists()
    let block = Section<AnalysisDraft>.analysis
    block.read(root, into: &draft, &reading)
    block.complete(draft, layers: [root], &reading)
    if reading.problems.isEmpty, let plan = draft.plan {
      for problem in plan.problems {
        let element = problem.key.flatMap { draft.written[$0] } ?? root
        reading.refuse(element, reason: "\(problem)")
      }
    }
    let report = ProblemReport(document.problems + reading.problems)
    guard report.errors.isEmpty, let plan = draft.plan else { throw report }
    self.plan = plan
    data = draft.data
  }
}

extension Reading {
  /// Refuses lists of more names than one analysis could compare.
  fileprivate mutating func refuseLongLists() {
    let most = 1_000
    for entry in root.entries {
      guard case .list(let items) = entry.value.content, items.count > most else { continue }
      refuse(
        items[most], reason: "The list has \(grouped(items.count)) entries.",
        rule: "Give at most \(grouped(most)).")
    }
  }
}
