import Documents

/// Draws of a scenario that are no valid scenarios.
struct InvalidDraws: Sendable {
  private let figures: [UncertainFigures.Met]
  private var draws = 0
  /// What the first of them is wrong with, and its scores.
  private var first: (draw: Int, problems: [DocumentProblem], scores: [String: Double])?

  init(_ figures: [UncertainFigures.Met]) { self.figures = figures }

  var isEmpty: Bool { draws == 0 }

  mutating func add(_ draw: Int, _ problems: [DocumentProblem], _ scores: [String: Double]) {
    draws += 1
    if first == nil { first = (draw, problems, scores) }
  }

  /// The problems of the first invalid draw, each with the drawn values nearest to it in the file.
  func report(of count: Int) -> ProblemReport {
    guard let first else { return ProblemReport([]) }
    let extent =
      draws == 1
      ? "In draw \(first.draw + 1) of \(count)"
      : "In \(draws) of \(count) draws, first in draw \(first.draw + 1)"
    return ProblemReport(
      first.problems.map { problem in
        var problem = problem
        let values = figures(near: problem.path).map { figure in
          "`\(figure.name)` is \(figure.text(figure.number(first.scores)))"
        }
        let reason = problem.reason ?? "The value is not valid."
        problem.reason = "\(extent), where \(values.joined(separator: ", ")): \(reason)"
        let advice = "Narrow the range, or write `uniform` after it."
        problem.rule = [problem.rule, advice].compactMap { $0 }.joined(separator: " ")
        return problem
      })
  }

  /// The figures whose keys share most of a path, at most four of them.
  private func figures(near path: String) -> [UncertainFigures.Met] {
    func shared(_ figure: UncertainFigures.Met) -> Int {
      figure.uses.map { zip($0.split(separator: "."), path.split(separator: ".")) }
        .map { $0.prefix { $0.0 == $0.1 }.count }.max() ?? 0
    }
    let ranked = figures.enumerated().sorted {
      let (a, b) = (shared($0.element), shared($1.element))
      return a != b ? a > b : $0.offset < $1.offset
    }
    let near = ranked.filter { shared($0.element) > 0 }
    return (near.isEmpty ? ranked : near).prefix(4).map(\.element)
  }
}
