extension Tally {
  /// By acquired customer: the day since the acquisition on which what they brought reached a cost.
  ///
  /// `nil` where the horizon ended before.
  func paybackDays(cost: Double) -> [UInt16?] {
    var brought = Array(repeating: 0.0, count: acquired.count)
    var days = [UInt16?](repeating: nil, count: acquired.count)
    for flow in flows {
      let customer = Int(flow.customer)
      brought[customer] += Double(flow.amount)
      if days[customer] == nil, brought[customer] >= cost {
        days[customer] = flow.age
      } else if days[customer] == flow.age, brought[customer] < cost {
        // The reward on the same day took it away again.
        days[customer] = nil
      }
    }
    return days
  }
}
