import RealModule
import Statistics
import Testing

@testable import Market

/// What holds of committees whatever is drawn.
struct CommitteeTests {
  /// Every trial asks a committee, and every committee is deciding, refused or won.
  @Test func nobodyIsLostOnTheWay() {
    for plan in Companies.plans(Companies.busy()) {
      let roles = Companies.roles.indices
      #expect(plan.counted(.asked, 0) == plan.events.total(.trial, segment: 0))
      #expect(plan.counted(.approved, 2) == plan.events.total(.firstOrder, segment: 0))
      for role in roles {
        #expect(plan.counted(.met, role) <= plan.counted(.asked, role))
        #expect(plan.counted(.approved, role) <= plan.counted(.met, role))
        if role > 0 { #expect(plan.counted(.asked, role) == plan.counted(.approved, role - 1)) }
      }
      let deciding = roles.reduce(0) { $0 + plan.counted(.asked, $1) - plan.counted(.met, $1) }
      let refused = roles.reduce(0) { $0 + plan.counted(.met, $1) - plan.counted(.approved, $1) }
      #expect(deciding > 0 && refused > 0)
      #expect(
        plan.counted(.asked, 0) == deciding + refused + plan.events.total(.firstOrder, segment: 0))
      // The other segment decides alone.
      #expect(plan.tally.committees.roles == [3, 0])
      #expect(plan.events.total(.firstOrder, segment: 1) > 0)
    }
  }

  /// Meetings and cases are part of what winning costs, to the cent; contacts are the whole market's.
  @Test func costsAreMeetingsAndCases() {
    for plan in Companies.plans(Companies.busy()) {
      let meetings = Companies.roles.enumerated().reduce(Int64(0)) {
        $0 + plan.counted(.met, $1.offset) * $1.element.meeting
      }
      let published = plan.tally.committees.cases[0]
      #expect(published > 0 && published < plan.events.total(.firstOrder, segment: 0))
      #expect(
        plan.ledger.total(.acquisition, segment: 0)
          == -meetings - published * Companies.cases.cost)
      #expect(plan.ledger.total(.acquisition, segment: 1) == 0)
      #expect(plan.figures[.acquisition, 0] == -Double(plan.ledger.total(.acquisition)))
    }
  }

  /// Dearer meetings change nobody's decision and no customer's worth, only how soon they are paid back.
  @Test func meetingsBelongToWhatACustomerCosts() {
    func plan(_ meeting: Int64) -> PlanOutcome {
      var scenario = Companies.busy()
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].committee = Companies.busy().market.segments[0].committee
        for role in Companies.roles.indices {
          scenario.market.segments[segment].committee?.roles[role].meeting = meeting
        }
      }
      return Companies.plans(scenario)[0]
    }
    let (free, dear) = (plan(0), plan(400))
    #expect(free.events == dear.events)
    #expect(free.figures[.customerValue, 0] == dear.figures[.customerValue, 0])
    let meetings = (0..<2).reduce(0) { sum, segment in
      sum + Companies.roles.indices.reduce(0) { $0 + dear.counted(.met, $1, segment: segment) }
    }
    #expect(dear.figures[.acquisition, 0] - free.figures[.acquisition, 0] == Double(400 * meetings))
    #expect(
      dear.figures[.contribution, 0] == free.figures[.contribution, 0] - Double(400 * meetings))
    #expect(dear.figures[.paidBack, 0] < free.figures[.paidBack, 0])
  }

  /// The first order comes at the moment of the last yes: the trial's time and every delay after it.
  @Test func ordersComeAfterAllDelays() throws {
    let roles = [3.0, 8, 0.2, 5].enumerated().map {
      Committee.Role(name: "role \($0)", approves: 1, takes: $1)
    }
    let scenario = Companies.alone(Committee(roles: roles), size: 5_000, horizon: 60)
    let plan = try #require(Companies.plans(scenario).first)
    let draws = Draws(seed: scenario.seed, replication: 0)
    let times = (0..<5_000).map { person in
      let who = Individual(family: nameHash("companies"), index: UInt32(person))
      return roles.reduce(0) { time, role in
        var stream = draws.stream(who, Purpose("committee.takes.\(role.name)"))
        return time + role.takes * stream.exponential()
      }
    }
    for day in 0..<60 {
      #expect(
        plan.events.total(.firstOrder, days: day..<(day + 1))
          == Int64(times.count { Int($0) == day }))
    }
    #expect(plan.events.total(.firstOrder) > 4_900)
  }

  /// Who is won with lower chances is won with higher ones: markets of one company that tries once.
  @Test func higherChancesWinASuperset() throws {
    var scenario = Companies.alone(Committee(roles: []), size: 1, horizon: 90)
    scenario.market.segments[0].trial = Trial(hazard: 0.2, pause: 1_000)
    let won = [0.3, 0.6, 0.9].map { chance in
      scenario.market.segments[0].committee = Committee(
        roles: (0..<3).map {
          Committee.Role(name: "role \($0)", approves: chance, takes: 4)
        })
      let simulation = Simulation(scenario, comparing: false)
      return (0..<200).map {
        simulation.replication($0)?.plans[0].events.total(.firstOrder) ?? -1
      }
    }
    for (weak, strong) in zip(won, won.dropFirst()) {
      #expect(zip(weak, strong).allSatisfy { $0 <= $1 })
      #expect(weak.reduce(0, +) < strong.reduce(0, +))
    }
    #expect(won.joined().allSatisfy { $0 >= 0 })
  }

  /// A contact eases a role for seven days unless stated, its own included, and no longer.
  ///
  /// Everybody is reached on day 0 again and again; z below 4 in each.
  @Test(arguments: [nil, 30])
  func contactsEaseForAWhile(_ stated: Int?) throws {
    let (chance, takes, eased, size) = (0.3, 10.0, 0.7, 40_000)
    var channel = Channel(
      name: "fair", kind: .offline, reach: 1, audience: [0], buying: .contacts(Double(size) * 60),
      days: 0..<1, price: 0)
    channel.easesRoles = ["decider": eased, "nobody": 3]
    if let stated { channel.easesRolesFor = stated }
    let end = stated ?? 7
    let scenario = Companies.alone(
      Committee(roles: [Committee.Role(name: "decider", approves: chance, takes: takes)]),
      size: size, horizon: 100, channels: [channel])
    let plan = try #require(Companies.plans(scenario).first)
    let odds = chance / (1 - chance) * Double.exp(eased)
    func left(_ day: Int) -> Double { .exp(-Double(day) / takes) }
    // What comes on day 0 hangs on whether the first contact came before.
    for (days, met, yes) in [
      (1..<end, left(1) - left(end), odds / (1 + odds)),
      (end..<100, left(end) - left(100), chance),
    ] {
      let deals = Double(plan.events.total(.firstOrder, days: days))
      let expected = met * yes
      let error = (expected * (1 - expected) * Double(size)).squareRoot()
      #expect(abs(deals - expected * Double(size)) < 4 * error)
    }
  }

  /// θ + Σ eased + c·ln(1 + cases), by hand: .3 → odds 3/7; two channels that ease by ln 2 and ln 3; nine cases at ½.
  @Test func logOddsAddUp() {
    func channel(_ name: String, _ eased: Double) -> Channel {
      var channel = Channel(
        name: name, kind: .paid, reach: 1, audience: [0], buying: .contacts(1), days: 0..<1,
        price: 1)
      channel.easesRoles = ["decider": eased]
      return channel
    }
    let setting = CommitteeSetting(
      Committee(
        roles: [
          Committee.Role(name: "decider", approves: 0.3),
          Committee.Role(name: "never", approves: 0), Committee.Role(name: "always", approves: 1),
        ], cases: PublishedCases(helps: 0.5, already: 5)),
      [channel("fair", .log(2)), channel("talk", .log(3))])
    func chance(_ role: Int, _ published: Double, _ reached: Set<Int>) -> Double {
      setting.chance(of: role, published: published) { place, _ in reached.contains(place) }
    }
    // Odds 3/7 · √(1 + 5 + 3) = 9/7; doubled 18/7; times six 54/7.
    #expect(abs(chance(0, 3, []) - 9.0 / 16) < 1e-12)
    #expect(abs(chance(0, 3, [0]) - 18.0 / 25) < 1e-12)
    #expect(abs(chance(0, 3, [0, 1]) - 54.0 / 61) < 1e-12)
    #expect(chance(1, 1e9, [0, 1]) == 0 && chance(2, 0, []) == 1)
    #expect(setting.place(of: 1) == 1 && setting.place(of: 2) == nil)
  }

  @Test func aCustomerStaysWithin64Bytes() {
    #expect(MemoryLayout<Customer>.stride <= 64)
  }
}
