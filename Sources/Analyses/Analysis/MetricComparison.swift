import Experiments
internal import Statistics

/// All arms against the control in one metric, before anything is corrected for there being many.
struct MetricComparison {
  let metric: MetricSpecification
  let method: String
  /// Of the arms beside the control, in order.
  var arms: [Result<EffectEstimate, NotEstimable>]
  /// The squared standard errors of the arms' values, the control's first, where arms are independent; not
  /// a number for an arm that has none.
  var variances: [Double]?
  /// Of the effects that were estimated with each other, where arms share clusters.
  var covariance: Matrix?

  /// Nothing but a reason.
  init(_ metric: MetricSpecification, method: String, names: [String], _ reason: NotEstimable) {
    self.metric = metric
    self.method = method
    arms = names.dropFirst().map { _ in .failure(reason) }
  }

  var effects: [EffectEstimate?] { arms.map { try? $0.get() } }

  static func square(_ error: Double?) -> Double { (error ?? .nan) * (error ?? .nan) }

  static func awaited<Value>(
    _ work: () async throws(NotEstimable) -> Value
  ) async -> Result<Value, NotEstimable> {
    do {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }

  static func result<Value>(
    _ work: () throws(NotEstimable) -> Value
  ) -> Result<Value, NotEstimable> {
    do {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}
