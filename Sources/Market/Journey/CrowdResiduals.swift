extension Crowd {
  /// Expected discounted contribution after today of each person, at multiplier 1 and this quality.
  mutating func residuals(quality: Double) -> [Double] {
    var values = Array(repeating: 0.0, count: customers.count)
    guard setting.residualDays != 0 else { return values }
    for index in customers.indices where customers[index].stage == .customer {
      var customer = customers[index]
      values[index] = residual(&customer, index, quality: quality)
      customers[index] = customer
    }
    return values
  }
}
