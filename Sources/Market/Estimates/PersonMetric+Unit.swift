extension PersonMetric {
  public var unit: Measure.Unit {
    switch self {
    case .conversion: .share
    case .orders: .count
    case .revenue, .contribution, .profit: .money
    }
  }
}
