import Market

/// The simple market of one size, ready to be played replication by replication.
struct PlayedMarket: Sendable {
  let customers: Int
  let coupling: Coupling
  let simulation: Simulation
  /// Replications in one run.
  let replications: Int

  /// A market and as many replications as it takes to play some customers in one run.
  init(customers: Int, coupling: Coupling = .none, perRun: Int) {
    self.customers = customers
    self.coupling = coupling
    replications = max(1, perRun / customers)
    simulation = Simulation(
      SimpleMarket.scenario(customers: customers, coupling: coupling), comparing: false)
  }

  /// What turns seconds of a run into µs per customer-year.
  var microsecondsPerCustomer: Double { 1e6 / Double(customers * replications) }

  /// One run on this thread, traits and figures included, discarding what comes out.
  func play() {
    for replication in 0..<replications { _ = simulation.replication(replication) }
  }

  /// Orders, and what they brought after coupons in major units, per customer.
  func averages(_ replication: Int) -> (orders: Double, net: Double)? {
    guard let plan = simulation.replication(replication)?.plans.first else { return nil }
    let figures = plan.figures
    let people = Double(customers)
    return (figures[.orders, 0] / people, figures[.contribution, 0] / people / 100)
  }
}
