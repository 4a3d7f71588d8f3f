import Statistics

/// What is written down of an experiment while its market is played: per person, then per arm.
struct OutcomeBook: Sendable {
  private let design: ArmDesign
  private let world: ArmWorld
  private let allotments: [Allotment]
  let observations: [Observation]
  /// Positions of the observations due after so many days.
  private let due: [[Int]]
  private let keepsPeople: Bool
  private var crowds: [CrowdBook] = []
  private(set) var sums: ArmSums
  /// By day: people who are in the experiment from then on.
  private(set) var enrolments: [Int]
  /// By day of all that is played: minor units that moved with somebody, in the experiment or not.
  private(set) var moved: [Int64]
  /// By observation, person after person, where people are kept; and who they are.
  private(set) var kept: [[Double]]
  private(set) var keptArms: [UInt8] = []
  private(set) var keptEnrolments: [Int?] = []

  private struct CrowdBook: Sendable {
    var totals: [PersonTotals]
    /// Allotments × arms by people: 1 where somebody is in that arm.
    var indicators: Matrix
  }

  init(
    _ design: ArmDesign, _ world: ArmWorld, _ allotments: [Allotment],
    _ observations: [Observation], horizon: Int, days: Int, keepsPeople: Bool
  ) {
    self.design = design
    self.world = world
    self.allotments = allotments
    self.observations = observations
    self.keepsPeople = keepsPeople
    var due = [[Int]](repeating: [], count: horizon + 1)
    for (place, observation) in observations.enumerated() where observation.metric != .profit {
      due[observation.days].append(place)
    }
    self.due = due
    sums = ArmSums(
      allotments: allotments.count, arms: design.arms.count, observations: observations.count)
    enrolments = Array(repeating: 0, count: horizon)
    moved = Array(repeating: 0, count: days)
    kept = Array(repeating: [], count: observations.count)
  }

  /// Puts a crowd's people into their arms, before anybody makes them an offer.
  mutating func gather(_ crowd: inout Crowd) {
    let individuals = crowd.customers.indices.map { crowd.individual($0) }
    let lived: [UInt8]
    switch world {
    case .everybody(let arm):
      lived = Array(repeating: UInt8(truncatingIfNeeded: arm), count: individuals.count)
    case .split(let allotment):
      lived = individuals.map { allotment.arm(of: $0) }
    }
    var arms = CrowdArms(design, arm: lived)
    let areProspects = crowd.customers.first?.stage.isProspect ?? false
    if areProspects, let day = design.firstContact(of: crowd.setting.index) {
      arms.meetContacts(from: day)
    }
    crowd.arms = arms
    var indicators = Matrix(
      rows: allotments.count * design.arms.count, columns: individuals.count)
    for (place, allotment) in allotments.enumerated() {
      for (person, who) in individuals.enumerated() {
        indicators[place * design.arms.count + Int(allotment.arm(of: who)), person] = 1
      }
    }
    if keepsPeople { keptArms += lived }
    crowds.append(
      CrowdBook(
        totals: Array(repeating: PersonTotals(), count: individuals.count),
        indicators: indicators))
  }

  /// Takes in a crowd's day, its rewards granted.
  mutating func note(_ crowd: Crowd, _ place: Int, day: Int) {
    for payment in crowd.day.payments
    where
      note(
        payment.amount, of: payment.customer, crowd, place, day: day,
        ordered: payment.ordered)
    {
      crowds[place].totals[payment.customer].revenue &+= payment.revenue
    }
    for order in crowd.day.orders {
      // Sums past 64 bits are told by the ledger, which has the same money.
      let net = crowd.day.money[order.place].taken
      guard note(net, of: order.customer, crowd, place, day: day), !crowd.day.isCancelled(order)
      else { continue }
      crowds[place].totals[order.customer].orders += 1
      crowds[place].totals[order.customer].revenue &+= order.basket
    }
    guard day + 1 < due.count, !due[day + 1].isEmpty else { return }
    let observations = due[day + 1]
    let people = crowds[place].totals.indices
    take(
      observations.map { observation in
        let metric = self.observations[observation].metric
        return (observation, crowds[place].totals.map { $0.value(metric) })
      }, isObserved: people.map { crowd.arms?.isEnrolled($0, on: day) ?? true }, place)
  }

  /// Takes in money that moved with somebody.
  ///
  /// - Returns: Whether they are in the experiment by then, or were by the order it belongs to, within the horizon.
  private mutating func note(
    _ net: Int64, of customer: Int, _ crowd: Crowd, _ place: Int, day: Int, ordered: Int? = nil
  ) -> Bool {
    moved[day] &+= net
    guard day < crowd.setting.horizon else {
      crowds[place].totals[customer].afterwards +=
        Double(net) * crowd.setting.discount(atDay: Double(day) + 0.5)
      return false
    }
    crowds[place].totals[customer].contributionOfAll &+= net
    guard crowd.arms?.isEnrolled(customer, on: ordered ?? day) ?? true else { return false }
    crowds[place].totals[customer].contribution &+= net
    return true
  }

  /// Reads who came in, and the profit with what is expected to come, and lets go of the crowd.
  mutating func settle(_ crowd: Crowd, _ place: Int, tails: [Double]) {
    let enrolled = crowd.arms?.days ?? []
    for day in enrolled.compactMap(\.self) where day < enrolments.count { enrolments[day] += 1 }
    if keepsPeople { keptEnrolments += enrolled }
    let profits = observations.indices.filter { observations[$0].metric == .profit }
    if !profits.isEmpty {
      let values = zip(crowds[place].totals, tails).map {
        $0.value(.profit) + $0.afterwards + $1
      }
      take(
        profits.map { ($0, values) }, isObserved: Array(repeating: true, count: values.count), place
      )
    }
    crowds[place] = CrowdBook(totals: [], indicators: Matrix(rows: 0, columns: 0))
  }

  private mutating func take(
    _ values: [(observation: Int, values: [Double])], isObserved: [Bool], _ place: Int
  ) {
    sums.add(values, isObserved: isObserved, crowds[place].indicators)
    guard keepsPeople else { return }
    for column in values { kept[column.observation] += column.values }
  }
}
