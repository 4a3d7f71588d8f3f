import Statistics

/// How much somebody tends to leave: π ~ Beta after an order, or μ ~ Gamma per day.
enum LapseTrait: Sendable {
  case chance(Beta)
  case rate(Gamma)

  init(_ law: LapseLaw) {
    switch law {
    case .afterOrders(let a, let b, _): self = .chance(Beta(uncheckedA: a, b: b))
    case .inTime(let s, let beta): self = .rate(Gamma(uncheckedShape: s, rate: beta))
    }
  }

  @inline(__always)
  func sample(_ stream: inout DrawStream) -> Double {
    switch self {
    case .chance(let law): law.sample(&stream)
    case .rate(let law): law.sample(&stream)
    }
  }
}
