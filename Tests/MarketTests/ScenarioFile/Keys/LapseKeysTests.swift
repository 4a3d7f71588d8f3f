import Documents
import Market
import Testing

/// Which ways to say when customers leave go together, and what is said of those that do not.
@Suite struct LapseKeysTests {
  private static let chances = "lapse: {average: 20%, variation: 60%}"

  @Test(arguments: [
    ("after: 1 year, spread: 80%", "`after` and `spread`"),
    ("s: 2, beta: 50 weeks", "`s` and `beta`"),
  ])
  func inTimeNoChanceBelongsToTheFirstOrder(written: String, keys: String) throws {
    let problems = Sample.problems([
      Self.chances: "lapse: {\(written), after first order: 30%}"
    ])
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.path == "segments.students.lapse.after first order")
    #expect(
      problem.reason
        == "By \(keys) customers leave as time passes, whether they order or not: no chance belongs"
        + " to their first order.")
    #expect(Sample.problems([Self.chances: "lapse: {\(written), after first order: 0%}"]).isEmpty)
  }

  @Test func oneLawAtATime() throws {
    let both = Sample.problems([Self.chances: "lapse: {average: 20%, after: 1 year}"])
    #expect(both.contains { $0.path == "segments.students.lapse.after" })
    let half = Sample.problems([Self.chances: "lapse: {spread: 80%}"])
    #expect(half.map(\.path) == ["segments.students.lapse.after"])
  }

  /// How much customers differ may be left out, whatever the average.
  @Test func customersDifferAsUsualUnlessSaid() throws {
    func law(_ written: String) throws -> LapseLaw {
      try Sample.resolve([Self.chances: "lapse: {\(written)}"]).market.segments[0].purchases.lapse
    }
    #expect(try law("after: 1 year") == law("after: 1 year, spread: 80%"))
    #expect(try law("average: 20%") == law("average: 20%, variation: 80%"))
    // Chances of 80 % on average vary by half at most: by 80 % of that.
    guard case .afterOrders(let a, let b, _) = try law("average: 80%") else {
      Issue.record("chances are after orders")
      return
    }
    #expect(abs(a / (a + b) - 0.8) < 1e-12)
    let variance = a * b / ((a + b) * (a + b) * (a + b + 1))
    #expect(abs(variance.squareRoot() / 0.8 - 0.4) < 1e-12)
  }

  /// What every segment is, one may be otherwise: its own law replaces the shared one.
  @Test func aSegmentsOwnLawReplacesTheSharedOne() throws {
    let scenario = try Sample.resolve([
      "segments:\n": "every segment:\n  lapse: {average: 20%, variation: 60%}\nsegments:\n",
      "    \(Self.chances)\n": "    lapse: {s: 2, beta: 50 weeks}\n",
    ])
    #expect(scenario.market.segments[0].purchases.lapse == .inTime(s: 2, beta: 350))
  }

  /// A shape of at most 1 leaves some who hardly ever go: only an end bounds what they are worth.
  @Test func worthWithoutEndNeedsAShapeAboveOne() {
    let shallow = (Self.chances, "lapse: {s: 0.606, beta: 11.669 weeks}")
    let steep = (Self.chances, "lapse: {s: 1.5, beta: 50 weeks}")
    let noDiscount = ("discount: 8% per year\n", "")
    let noEnd = ("people: 1000\n", "people: 1000\nresidual: no end\n")
    let end = ("people: 1000\n", "people: 1000\nresidual: 2 years\n")
    func paths(_ changes: (String, String)...) -> [String] {
      let text = changes.reduce(Sample.text) { $0.replacing($1.0, with: $1.1) }
      do {
        return try ScenarioFile(text).resolve(files: [:], simulated: nil).warnings.problems
          .map(\.path)
      } catch {
        return error.problems.map(\.path)
      }
    }
    #expect(paths(shallow, noEnd) == ["residual"])
    #expect(paths(shallow, noEnd, noDiscount) == ["discount"])
    #expect(paths(shallow, end).isEmpty)
    #expect(paths(shallow, end, noDiscount).isEmpty)
    #expect(paths(steep, noEnd).isEmpty)
  }
}
