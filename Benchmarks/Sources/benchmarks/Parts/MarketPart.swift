import Market
import Planning
import Statistics

/// The simple market: how long a customer's year takes, and whether it comes to what theory says.
struct MarketPart {
  let runs: Int

  private static let customers = 100_000
  /// Replications whose scatter gives the Monte Carlo error; few would make a large z of mere chance.
  private static let checked = 40

  func run() async throws -> [String] {
    let market = PlayedMarket(customers: Self.customers, perRun: 400_000)
    let alone = try await Timing.of(runs: runs) { market.play() }
    let threads = try await Timing.rounds(
      runs,
      [
        { try await Self.study(threads: 1) },
        { try await Self.study(threads: 2) },
        { _ = await MereArithmetic.run(threads: 1) },
        { _ = await MereArithmetic.run(threads: 2) },
      ])
    var table = Table(
      "market: \(Self.customers.grouped) customers, a year, a two-week coupon, one plan",
      columns: Table.timing)
    table.add(
      "µs per customer-year, one thread", alone.scaled(by: market.microsecondsPerCustomer),
      digits: 3)
    table.add("two threads, times as fast as one", threads[0].over(threads[1]), digits: 2)
    table.add("the same for mere arithmetic", threads[2].over(threads[3]), digits: 2)
    let checks = Self.check(market)
    for check in checks { table.note(check.description) }
    table.print()
    return checks.filter { !$0.isRight }.map { "market: \($0.description)" }
  }

  private static func study(threads: Int) async throws {
    var scenario = SimpleMarket.scenario(customers: customers)
    scenario.stopping = StoppingRule(minimum: 8, maximum: 8)
    _ = try await Study(Simulation(scenario, comparing: false), threads: threads).run()
  }

  private static func check(_ market: PlayedMarket) -> [MeanCheck] {
    let played = (0..<checked).compactMap { market.averages($0) }
    return [
      MeanCheck(
        "orders per customer", expected: SimpleMarket.expectedOrders, digits: 4,
        Moments(played.map(\.orders))),
      MeanCheck(
        "net per customer", expected: SimpleMarket.expectedNet, digits: 2,
        Moments(played.map(\.net))),
    ]
  }
}
