extension Crowd {
  /// Enters what channels take of the day's orders: of those whose last contact before their first order they were.
  ///
  /// On first orders it belongs to the cost of winning the customer, on others to what an order costs.
  mutating func payCommissions(_ today: Today, _ tally: inout Tally) {
    guard !setting.commissions.isEmpty else { return }
    for order in day.ordersKept where order.source < setting.commissions.count {
      guard let commission = setting.commissions[order.source] else { continue }
      let share = commission.share(ofOrder: order.number)
      guard share > 0 else { continue }
      if commissionCarries.isEmpty {
        commissionCarries = Array(repeating: Carry(), count: setting.commissions.count)
      }
      let amount = commissionCarries[order.source].post(share * Double(order.basket))
      var customer = customers[order.customer]
      enter(
        Posting(-amount, to: order.number == 1 ? .acquisition : .operations), for: order,
        &customer, today, &tally)
      customers[order.customer] = customer
    }
  }
}
