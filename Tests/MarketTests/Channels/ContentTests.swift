import Testing

@testable import Market

struct ContentTests {
  /// Σ r₀·2^(−k/h) + tail over pieces and the days of their lives, added up in Python 3.12.
  @Test func piecesGoOnBeingSeen() {
    let terms = Content(every: 10, cost: 700, first: 0.06, halfLife: 3, tail: 0.004)
    let days = ChannelSample.days(terms, open: 5..<46, count: 60)
    func perHead(by day: Int) -> Double { days[..<day].reduce(0) { $0 + $1.contacts / 100 } }
    #expect(abs(perHead(by: 6) - 0.064) < 1e-12)
    #expect(abs(perHead(by: 20) - 0.560981) < 1e-6)
    #expect(abs(perHead(by: 60) - 2.144107) < 1e-6)
    #expect(days.map(\.fixedCost).reduce(0, +) == 5 * 700)
    #expect(days[5].fixedCost == 700 && days[6].fixedCost == 0 && days[55].fixedCost == 0)
  }

  /// A fifth less for each piece not recovered from, half of it in 7 days: in the long run F = ½/(1 − ½) = 1 piece.
  @Test func peopleTireOfPiecesAndRecover() {
    let terms = Content(
      every: 7, cost: 0, first: 1, halfLife: 1e-9, wear: 0.2, recovery: 7)
    let days = ChannelSample.days(terms, open: 0..<420, count: 420)
    let pieces = stride(from: 0, to: 420, by: 7).map { days[$0].contacts / 100 }
    for (piece, expected) in zip(pieces, [1, 0.894427, 0.845897, 0.822628]) {
      #expect(abs(piece - expected) < 1e-6)
    }
    #expect(abs((pieces.last ?? 0) - 0.8) < 1e-9)
    // Without recovery each counts for good.
    var never = terms
    never.recovery = nil
    let worn = ChannelSample.days(never, open: 0..<420, count: 22)
    #expect(abs(worn[21].contacts / 100 - 0.8 * 0.8 * 0.8) < 1e-12)
  }

  /// Where a piece takes all from those after it the first brings everything.
  @Test(arguments: [nil, 7] as [Double?])
  func whollyWornTheFirstPieceIsSeen(_ recovery: Double?) {
    let terms = Content(
      every: 7, cost: 0, first: 1, halfLife: 1e-9, wear: 1, recovery: recovery)
    let days = ChannelSample.days(terms, open: 0..<50, count: 50)
    #expect(days.enumerated().allSatisfy { $0.element.contacts == ($0.offset == 0 ? 100 : 0) })
    #expect(terms.mostContacts(among: 100, in: 50) == 100)
  }

  /// What was made within the horizon is seen after it, though nothing more is made.
  @Test func piecesOutliveTheHorizon() throws {
    var scenario = ChannelSample.scenario(
      Content(every: 20, cost: 900, first: 0.1, halfLife: 40), days: 0..<200)
    scenario.market.runOff = RunOff(days: 100)
    let path = try #require(ChannelSample.plans(scenario).last?.path)
    let contacts = path.contacts[ChannelSample.source]
    #expect(contacts[200] > 0 && abs(contacts[240] / contacts[200] - 0.5) < 1e-9)
    #expect(path.spend[ChannelSample.source][200...].allSatisfy { $0 == 0 })
    #expect(path.spend[ChannelSample.source].reduce(0, +) == 10 * 900)
  }

  @Test func theMostOfADayIsWhatComes() {
    let terms = Content(every: 10, cost: 0, first: 0.06, halfLife: 3, tail: 0.004, wear: 0.3)
    let days = ChannelSample.days(terms, open: 0..<90, count: 90)
    let most = days.map(\.contacts).max() ?? 0
    #expect(abs(terms.mostContacts(among: 100, in: 90) - most) < 1e-9)
    #expect(terms.spending(in: 90) == 0)
    #expect(terms.scaled(by: 0).isUsed == false)
  }
}
