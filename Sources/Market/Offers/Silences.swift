/// Who of a crowd has not ordered for long.
struct Silences: Sendable {
  let silence: Silence
  /// By customer, when the last order was, in days; `nil` of those who have not bought.
  private var lastOrder: [Float?]

  /// Who was a customer before the first day and is none of a log has ordered as it began.
  init(_ silence: Silence, for crowd: Crowd) {
    self.silence = silence
    lastOrder = crowd.customers.indices.map { index in
      guard crowd.customers[index].orders > 0 else { return nil }
      return Float(crowd.known(index)?.lastOrder ?? 0)
    }
  }

  mutating func see(_ order: Order) { lastOrder[order.customer] = Float(order.time) }

  /// When somebody has been silent for long enough unless they order, in days since the start; `nil` for never.
  @inline(__always)
  func end(of index: Int, _ crowd: Crowd) -> Double? {
    lastOrder[index].map {
      Double($0) + silence.days(rate: Double(crowd.customers[index].rate))
    }
  }

  /// The first opening by which they have, day 0 for who has been silent for longer already.
  @inline(__always)
  func day(of index: Int, _ crowd: Crowd) -> Int? {
    guard let end = end(of: index, crowd), end < Double(crowd.setting.days) else { return nil }
    return max(0, Int(end.rounded(.up)))
  }

  /// Whether somebody has been silent for long enough at the opening of a day.
  @inline(__always)
  func isSilent(_ index: Int, on day: Int, _ crowd: Crowd) -> Bool {
    end(of: index, crowd).map { $0 <= Double(day) } ?? false
  }
}
