internal import Statistics

extension RelativeLift {
  /// The log ratio's interval where it has one; Fieller's says first whether any is bounded.
  func relativeEstimate(confidence: Double) -> RelativeEstimate {
    let set = fiellerSet(confidence: confidence)
    guard case .bounded(let fieller) = set else {
      return .unbounded(estimate: estimate, set, method: "Fieller")
    }
    guard let interval = try? logInterval(confidence: confidence) else {
      return .interval(estimate: estimate, fieller, method: "Fieller")
    }
    return .interval(estimate: estimate, interval, method: "log ratio")
  }
}
