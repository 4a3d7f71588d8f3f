/// The arms a crowd's people are in, and since when they are in the experiment.
struct CrowdArms: Sendable {
  private static let never = UInt16.max

  private let design: ArmDesign
  /// By customer.
  let arm: [UInt8]
  /// By customer: the day from which on they are in the experiment.
  private var enrolled: [UInt16]

  init(_ design: ArmDesign, arm: [UInt8]) {
    self.design = design
    self.arm = arm
    let first = design.enrolment == .start ? 0 : Self.never
    enrolled = Array(repeating: first, count: arm.count)
  }

  func offers(_ slot: Int, to customer: Int) -> Bool {
    design.offers(slot, to: arm[customer])
  }

  /// Somebody could meet an offer from this day on, in whichever arm they are.
  mutating func meet(_ slot: Int, _ customer: Int, from day: Int) {
    guard day < Int(enrolled[customer]), design.differs(slot) else { return }
    enrolled[customer] = UInt16(truncatingIfNeeded: day)
  }

  /// Everybody's contacts differ between the arms from this day on.
  mutating func meetContacts(from day: Int) {
    for customer in enrolled.indices {
      enrolled[customer] = min(enrolled[customer], UInt16(truncatingIfNeeded: day))
    }
  }

  func isEnrolled(_ customer: Int, on day: Int) -> Bool { Int(enrolled[customer]) <= day }

  /// By customer; `nil` for those who never are.
  var days: [Int?] { enrolled.map { $0 == Self.never ? nil : Int($0) } }
}
