import Foundation
import Market
import Testing

@testable import flywheel

/// What is known beforehand of the names of results is what the commands leave.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct ResultNamesTests {
  private static let users: String = {
    var rows = ["user,arm,day,region,village,revenue,before"]
    for user in 0..<240 {
      rows.append(
        "\(user),\(["A", "B", "C"][user % 3]),\(1 + user / 60),r\(user % 2),v\(user % 24),"
          + "\((user * 37) % 23),\((user * 53) % 41)")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  @Test(arguments: [
    (["run", "scenario.yaml", "--customers", "200", "--replications", "2"], ResultNames.run),
    (
      [
        "sweep", "scenario.yaml", "--customers", "200", "--replications", "2", "--points", "2",
        "--vary", "20 off the second visit: coupons.second visit.value=5 CNY..20 CNY",
      ], ResultNames.sweep
    ),
    (
      [
        "rehearse", "scenario.yaml", "--arms", "as today,20 off the second visit", "--customers",
        "200", "--rehearsals", "4", "--quiet",
      ], ResultNames.rehearsal
    ),
    (
      [
        "analyze", "users.csv", "--arm", "arm", "--metric", "revenue", "before",
        "--day", "day", "--segment", "region", "--cluster", "village",
      ], ResultNames.analysis
    ),
    (["power", "--rate", "4%", "--lift", "5%", "--daily", "800"], ResultNames.power),
  ])
  func areThoseOfTheFiles(command: [String], names: [String]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Self.users, to: "users.csv")
    try folder.write(ScenarioFile.starter, to: "scenario.yaml")
    let process = try BuiltCommand.start(command + ["--output", "out"], in: folder)
    process.waitUntilExit()
    let left = try folder.names(in: "out")
    #expect(!left.isEmpty)
    #expect(Set(left).isSubset(of: names), "\(left)")
    #expect(Set(names).count == names.count)
  }
}
