/// The simple market from a thousand customers on, uncoupled and coupled.
struct ScalePart {
  let runs: Int
  let isLarge: Bool

  /// What other sizes are compared with.
  private static let reference = 100_000
  /// Whose memory is looked at.
  private static let remembered = 1_000_000

  func run() async throws -> [String] {
    let markets = Coupling.allCases.flatMap { coupling in
      sizes(coupling).map { PlayedMarket(customers: $0, coupling: coupling, perRun: 200_000) }
    }
    let timings = try await Timing.rounds(runs, markets.map { market in { market.play() } })
    let perCustomer = zip(markets, timings).map { $1.scaled(by: $0.microsecondsPerCustomer) }
    var table = Table(
      "scale: µs per customer-year on one thread",
      columns: Table.timing + ["to \(Self.reference.grouped)", "processor"])
    for (market, timing) in zip(markets, perCustomer) {
      let likewise = zip(markets, perCustomer).first {
        $0.0.customers == Self.reference && $0.0.coupling == market.coupling
      }
      let ratio = timing.over(likewise?.1 ?? timing)
      table.add(
        "\(market.customers.grouped) customers\(market.coupling.label)", timing, digits: 3,
        ratio.median.fixed(2), ratio.processorMedian.fixed(2))
    }
    for coupling in [Coupling.product, .budget] {
      let bytes = try MemoryProbe.bytesPerCustomer(of: Self.remembered, coupling)
      table.note(
        "Memory, \(Self.remembered.grouped) customers\(coupling.label): "
          + (bytes.map { "\($0.fixed(1)) bytes per customer" } ?? "not told by this system"))
    }
    table.note("Coupled: played as one, day by day, by a monthly product iteration that gains")
    table.note("nothing, or by a budget nobody can exhaust, which has every coupon followed.")
    table.note(
      "Memory: growth of the peak resident set in a process of its own, while one plan plays.")
    table.print()
    return changes
  }

  private func sizes(_ coupling: Coupling) -> [Int] {
    if coupling == .budget { return [Self.reference, Self.remembered] }
    return [1_000, 10_000, Self.reference, 1_000_000] + (isLarge ? [10_000_000] : [])
  }

  /// What coupling changed, which must be nothing.
  private var changes: [String] {
    let averages = Coupling.allCases.map { coupling in
      PlayedMarket(customers: 10_000, coupling: coupling, perRun: 10_000).averages(0)
    }
    return zip(Coupling.allCases, averages).compactMap { coupling, average in
      guard let average, let apart = averages[0], average == apart else {
        return "scale: coupling by \(coupling.rawValue) changed what customers did"
      }
      return nil
    }
  }
}

extension Coupling {
  fileprivate var label: String {
    switch self {
    case .none: ""
    case .product: ", coupled"
    case .budget: ", coupled by a budget"
    }
  }
}
