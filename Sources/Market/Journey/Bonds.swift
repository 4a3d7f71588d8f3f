extension Crowd {
  /// Something binds somebody to us, or no longer, from the opening of a day on: it lowers the log-odds to lapse, or the
  /// logarithm of μ.
  mutating func bind(_ index: Int, by bond: Double, from day: Int) {
    if case .inTime = setting.segment.purchases.lapse, customers[index].stage == .customer {
      // The days until then count as they were.
      var customer = customers[index]
      rules(for: index).useDays(until: Double(day), &customer, individual(index))
      customers[index] = customer
    }
    bonds.add(bond, index, among: customers.count)
  }
}

/// What binds people to us beside their satisfaction, on the logit scale of π or that of ln μ; empty until first needed.
struct Bonds: Sendable {
  private var values: [Double] = []

  mutating func add(_ bond: Double, _ customer: Int, among people: Int) {
    if values.isEmpty { values = Array(repeating: 0, count: people) }
    values[customer] += bond
  }

  func held(_ customer: Int) -> Double { values.isEmpty ? 0 : values[customer] }
}
