import Foundation
import Testing

@testable import Market

/// What holds of every kind of channel.
struct EveryChannelTests {
  private static let all: [any ChannelTerms] = [
    BoughtContacts(.paid, .budget(4_000), price: 30, scarcity: 0.5),
    BoughtContacts(.offline, .contacts(40), price: 30),
    Content(every: 10, cost: 900, first: 0.05, halfLife: 4, tail: 0.001, wear: 0.1, recovery: 20),
    OpinionLeaders(every: 12, fee: 3_000, shape: 1.6, least: 100),
    SearchOptimisation(effort: 500, gain: 2e-6, halfLife: 20),
    DeliveryPlatform(
      BoughtContacts(.paid, .contacts(40), price: 10),
      taking: Commission(share: 0.2, orders: .every)),
    Meetings(every: 20, cost: 5_000, visitors: 80, leads: 0.3),
    UserContent(pieces: 0.05, seenBy: 20, cost: 50),
  ]

  @Test func noKindIsForgotten() {
    #expect(Self.all.map(\.kind) == ChannelKind.all.map(\.name))
  }

  /// A channel that is not used leaves every byte as it is, whatever its kind.
  @Test(arguments: all.indices)
  func unusedItChangesNothing(_ place: Int) throws {
    func plans(_ terms: any ChannelTerms) -> [PlanOutcome] {
      ChannelSample.plans(
        ChannelSample.scenario(terms, areEngaged: Self.all[place].isMadeByCustomers))
    }
    let none = plans(BoughtContacts(.paid, .contacts(0), price: 30))
    let stopped = plans(Self.all[place].scaled(by: 0))
    for plan in none.indices {
      #expect(stopped[plan].ledger == none[plan].ledger)
      #expect(stopped[plan].events == none[plan].events)
    }
    // Described, and used by the other plan alone.
    let used = plans(Self.all[place])
    #expect(used[0].ledger == none[0].ledger && used[0].events == none[0].events)
    #expect(used[1].events.total(.aware, source: ChannelSample.source) > 0)
  }

  /// What it costs is what its path says, under its own source; the same twice.
  @Test(arguments: all.indices)
  func moneyIsConserved(_ place: Int) throws {
    let scenario = ChannelSample.scenario(Self.all[place])
    let (first, second) = (ChannelSample.plans(scenario), ChannelSample.plans(scenario))
    #expect(first[1].ledger == second[1].ledger && first[1].path == second[1].path)
    let spent = first[1].path.spend[ChannelSample.source].reduce(0, +)
    let commission =
      Self.all[place].commission == nil ? 0 : first[1].ledger.total(.acquisition, source: 2)
    #expect(spent > 0)
    if commission == 0 { #expect(first[1].ledger.total(.acquisition, source: 2) == -spent) }
  }

  /// Twice as much of it costs twice as much and brings no fewer people.
  @Test(arguments: all.indices)
  func moreOfItIsMore(_ place: Int) throws {
    let terms = Self.all[place]
    let (once, twice) = (
      ChannelSample.plans(ChannelSample.scenario(terms)),
      ChannelSample.plans(ChannelSample.scenario(terms.scaled(by: 2)))
    )
    let more = twice[1].path.spend[2].reduce(0, +) - 2 * once[1].path.spend[2].reduce(0, +)
    // More customers make more.
    #expect(terms.isMadeByCustomers ? more > 0 : abs(more) <= 1)
    #expect(
      twice[1].path.contacts[2].reduce(0, +) > 1.5 * once[1].path.contacts[2].reduce(0, +))
  }

  /// The engine knows kinds of channels by what they do, never by what they are.
  @Test func theEngineNamesNone() throws {
    let market = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Market")
    // Bought contacts are what every other kind is compared with, and what studies scale.
    let names = Self.all.dropFirst(2).map { String(describing: type(of: $0)) }
    #expect(names.count == 6)
    for room in ["Arms", "Channels", "Estimates", "Journey", "Outcomes", "Scenario", "Simulation"] {
      let folder = market.appending(path: room)
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for name in names {
          let isNamed = text.range(of: "\\b\(name)\\b", options: .regularExpression) != nil
          #expect(!isNamed, "\(room)/\(file) names \(name)")
        }
      }
    }
  }
}
