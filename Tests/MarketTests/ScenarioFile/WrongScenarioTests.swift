import Documents
import Foundation
import Market
import Testing

/// Every wrong file of the fixture folder, and word for word what a planner reads about it.
@Suite struct WrongScenarioTests {
  static let files = Fixture.files(
    in: Fixture.folder.appending(path: "scenarios-wrong"), "yaml")

  @Test func fixturesAreThere() {
    #expect(Self.files.count >= 18)
  }

  @Test(arguments: files)
  func reportReadsExactly(_ url: URL) throws {
    let expected = try Fixture.text(url.deletingPathExtension().appendingPathExtension("txt"))
    let report: ProblemReport
    do {
      report = try Fixture.resolve(url).warnings
    } catch let problems as ProblemReport {
      report = problems
    }
    #expect(report.text(file: url.lastPathComponent) == expected)
  }
}
