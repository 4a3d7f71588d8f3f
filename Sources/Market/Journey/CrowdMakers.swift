/// What customers do for us who are engaged.
extension Crowd {
  /// Customers, each as far as they are as active on the morning of a day as can be.
  mutating func engaged(on day: Int) -> Double {
    guard setting.segment.engagement != nil else { return 0 }
    var sum = 0.0
    for index in customers.indices where customers[index].stage == .customer {
      sum += activity(of: index, on: day)
    }
    return sum
  }
}
