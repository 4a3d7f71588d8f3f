/// What the customers a crowd has won have brought since, kept under their numbers.
struct AcquiredWorth: Sendable {
  /// By customer: the number of those who were won.
  private var number: [UInt16] = []
  /// By number: the customer.
  private(set) var acquired: [UInt16] = []
  /// By number: what they had contributed by the end of the horizon.
  private(set) var realised: [Double] = []
  private(set) var flows: [Flow] = []

  /// Gives a new customer among so many people a number.
  mutating func acquire(_ index: Int, among people: Int) {
    if number.isEmpty { number = Array(repeating: 0, count: people) }
    number[index] = UInt16(truncatingIfNeeded: acquired.count)
    acquired.append(UInt16(truncatingIfNeeded: index))
  }

  /// Takes in what an acquired customer brings at an age in days.
  mutating func add(_ amount: Int64, of index: Int, age: Int) {
    flows.append(
      Flow(
        customer: UInt32(number[index]), age: UInt16(truncatingIfNeeded: age),
        amount: Float(amount)))
  }

  /// The horizon ends: what comes from here on comes afterwards.
  mutating func endHorizon(_ customers: [Customer]) {
    realised = acquired.map { customers[Int($0)].contribution }
  }
}
