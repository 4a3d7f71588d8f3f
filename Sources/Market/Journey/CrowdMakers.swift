/// What customers do for us who are engaged.
extension Crowd {
  /// Customers, each as far as they are as active this morning as can be.
  var engaged: Double {
    guard setting.segment.engagement != nil else { return 0 }
    return customers.indices.reduce(0) { sum, index in
      customers[index].stage == .customer ? sum + activity(of: index) : sum
    }
  }
}
