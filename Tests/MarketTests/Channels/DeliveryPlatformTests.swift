import Testing

@testable import Market

struct DeliveryPlatformTests {
  private func contacts(_ count: Double) -> BoughtContacts {
    BoughtContacts(.paid, .contacts(count), price: 12.5)
  }

  private func plans(_ share: Double, _ orders: Commission.Orders) -> [PlanOutcome] {
    ChannelSample.plans(
      ChannelSample.scenario(
        DeliveryPlatform(contacts(80), taking: Commission(share: share, orders: orders))))
  }

  private let source = ChannelSample.source

  /// A commission of nothing leaves every byte as it is where the contacts are merely bought.
  @Test func noCommissionIsNoCommission() {
    let (platform, bought) = (
      plans(0, .every), ChannelSample.plans(ChannelSample.scenario(contacts(80)))
    )
    for plan in platform.indices {
      #expect(platform[plan].ledger == bought[plan].ledger)
      #expect(platform[plan].events == bought[plan].events)
      #expect(platform[plan].path == bought[plan].path)
    }
  }

  /// Every amount is in the ledger: the share of the revenue it brought, to less than a unit in each crowd.
  @Test func itTakesItsShareOfWhatItBrought() {
    let (free, every, first) = (plans(0, .every), plans(0.25, .every), plans(0.25, .first))
    func taken(_ plans: [PlanOutcome], _ account: Account) -> Int64 {
      free[1].ledger.total(account, source: source) - plans[1].ledger.total(account, source: source)
    }
    let revenue = Double(free[1].ledger.total(.revenue, source: source))
    #expect(revenue > 100_000)
    #expect(every[1].ledger.total(.revenue, source: source) == Int64(revenue))
    // Two crowds of newcomers; today's customers came before.
    let all = Double(taken(every, .acquisition) + taken(every, .operations))
    #expect(abs(all - 0.25 * revenue) <= 2)
    #expect(taken(every, .operations) > 0 && taken(first, .operations) == 0)
    #expect(taken(first, .acquisition) > 0)
    #expect(abs(taken(first, .acquisition) - taken(every, .acquisition)) <= 2 * 200)
    for other in 0..<free[1].ledger.sources where other != source {
      #expect(every[1].ledger.net(source: other) == free[1].ledger.net(source: other))
    }
    // Nobody does anything else for it.
    #expect(every[1].events == free[1].events && every[0].ledger == free[0].ledger)
  }

  /// On first orders it is part of CPA and of nobody's worth; on later ones the other way round.
  @Test func whereItBelongs() {
    let (free, every, first) = (plans(0, .every), plans(0.25, .every), plans(0.25, .first))
    func worth(_ plans: [PlanOutcome]) -> Double {
      plans[1].tally.acquired.reduce(0) { $0 + $1.value }
    }
    #expect(worth(first) == worth(free))
    #expect(worth(every) < worth(free))
    #expect(first[1].figures[.acquisition, 0] > free[1].figures[.acquisition, 0])
    let cohorts = { (plans: [PlanOutcome]) in plans[1].tally.cohorts.contribution.reduce(0, +) }
    #expect(
      cohorts(free) - cohorts(every) == free[1].ledger.total(.operations)
        - every[1].ledger.total(.operations))
  }

  /// The arms of a test share what a platform takes.
  @Test func armsShareTheCommission() throws {
    var scenario = ChannelSample.scenario(
      DeliveryPlatform(contacts(80), taking: Commission(share: 0.2, orders: .every)))
    _ = try ArmDesign(scenario.plans)
    scenario.plans[1].channels[source].terms = DeliveryPlatform(
      contacts(80), taking: Commission(share: 0.1, orders: .every))
    #expect(throws: ArmProblem.self) { try ArmDesign(scenario.plans) }
  }
}
