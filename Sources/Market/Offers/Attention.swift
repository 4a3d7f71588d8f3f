import RealModule

/// When an offer is noticed: on day k = 0, 1, … of being eligible with probability n₁·e^{−k/T_n}, once.
struct Attention: Sendable {
  /// Noticed within the first k = 1, 2, … days: 1 − Π_{j = 0..k−1}(1 − n₁·e^{−j/T_n}).
  let noticedBy: [Double]

  init(first: Double, fading: Double, days: Int) {
    var unnoticed = 1.0
    noticedBy = (0..<max(1, days)).map { day in
      unnoticed *= 1 - first * Double.exp(-Double(day) / fading)
      return 1 - unnoticed
    }
  }

  /// Which day of being eligible, the first being 1, somebody with this draw notices on; `nil` for never.
  func day(_ uniform: Double) -> Int? {
    guard let last = noticedBy.last, uniform < last else { return nil }
    var (low, high) = (0, noticedBy.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if uniform < noticedBy[middle] { high = middle } else { low = middle + 1 }
    }
    return low + 1
  }
}
