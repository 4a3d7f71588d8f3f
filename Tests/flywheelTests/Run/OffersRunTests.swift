import Foundation
import Market
import Testing

@testable import flywheel

/// A scenario with every kind of offer, from its file to its tables; needs the executable beside the tests.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct OffersRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let tools = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/tools.yaml")
    try folder.write(String(contentsOf: tools, encoding: .utf8), to: "tools.yaml")
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Ending {
    let process = try BuiltCommand.start(["run", "tools.yaml"] + arguments, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  /// Letters, clearings and waiting orders are the same whoever plays them.
  @Test func threadsChangeNoByte() throws {
    defer { folder.remove() }
    for threads in ["1", "2"] {
      let ending = try run(
        "--customers", "500", "--threads", threads, "--quiet", "--no-report", "--output", threads)
      #expect(ending.status == 0, "\(ending.errors)")
    }
    let (one, two) = (try folder.contents(of: "1"), try folder.contents(of: "2"))
    for file in ["offers.csv", "comparison.csv", "ledger.csv", "daily.csv", "channels.csv"] {
      #expect(one[file] != nil && one[file] == two[file], "\(file)")
    }
  }

  /// Every plan's row of its offer has what its kind does, and nothing of the others'.
  @Test func theTableSaysWhatEachKindDid() throws {
    defer { folder.remove() }
    let ending = try run("--more", "--quiet", "--no-report", "--output", "out")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("What came of them beside redemptions"))
    let bytes = try #require(try folder.contents(of: "out")["offers.csv"])
    let text = try #require(String(data: bytes, encoding: .utf8))
    let lines = text.drop { $0 == "\u{FEFF}" }.split { $0.isNewline }
    let titles = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func figures(_ plan: String, _ offer: String) throws -> [String: Double] {
      let row = try #require(lines.first { $0.hasPrefix("\(plan),\(offer),") })
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(titles, cells.map { Double($0) ?? .nan }))
    }
    let group = try figures("group", "private group")
    let sent = try #require(group["messages sent"])
    #expect(sent > 1_000)
    // 0.05 CNY each, to the cent of each crowd's carry.
    let cost = try #require(group["cost of messages and checks (CNY)"])
    #expect(abs(cost - 0.05 * sent) < 0.5)
    #expect(group["topped up"] == 0 && group["refunded"] == 0 && group["invited"] == 0)
    #expect(try #require(figures("threshold", "12 off 50")["topped up"]) > 10)
    let together = try figures("together", "three together")
    #expect(try #require(together["redeemed"]) > 100)
    let wheel = try figures("lucky", "wheel")
    #expect(try #require(wheel["redeemed"]) > #require(wheel["not paid"]))
    #expect(try #require(wheel["not paid"]) > 0)
    #expect(try #require(wheel["let down"]) > 0)
    let friends = try figures("friends", "bring three")
    #expect(try #require(friends["invited"]) > #require(friends["followed"]))
    #expect(try #require(friends["refused"]) > 0)
    #expect(try #require(figures("given", "toy")["redeemed"]) > 100)
    let party = try figures("given", "three come")
    let companions = try #require(party["companions"])
    // Half a companion a party at the most, who is new to us.
    #expect(try #require(party["redeemed"]) > companions && companions > 1)
    #expect(try #require(figures("given", "tasting")["redeemed"]) > 10)
    #expect(try #require(figures("given", "festival")["redeemed"]) > 100)
    #expect(try #require(figures("asked", "tell us")["redeemed"]) > 50)
    let task = try figures("asked", "check in")
    #expect(try #require(task["finished"]) > 10 && #require(task["gave up"]) > 10)
    let card = try figures("loyal", "card")
    func points(_ what: String) throws -> Double { try #require(card["points \(what)"]) }
    #expect(try points("earned") > 1_000 && points("redeemed") > 100 && points("cancelled") > 10)
    // Each mean over the replications is rounded.
    let left = try points("redeemed") + points("expired") + points("cancelled")
    #expect(try abs(points("earned") - left - points("outstanding")) < 3)
    #expect(try #require(figures("loyal", "fans")["joined"]) > 10)
    let silent = try figures("silent", "we miss you")
    #expect(try #require(silent["messages sent"]) > #require(silent["came back"]))
    #expect(try #require(silent["came back"]) > 10)
    let announced = try figures("group and coupon", "12 off 50")
    #expect(
      try #require(announced["noticed"]) < #require(figures("threshold", "12 off 50")["noticed"]))
  }
}
