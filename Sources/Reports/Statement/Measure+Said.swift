import Market

extension Measure {
  /// What is said of it: customers whom winning cost nothing have no price, not one of 0.
  func said(_ read: Estimated) -> Estimated {
    guard key == "blended CPA", read.estimate?.value == 0 else { return read }
    return .none("winning customers cost nothing")
  }
}
