import Experiments
import Statistics

/// All arms against the control in one metric, before anything is corrected for there being many.
struct MetricComparison: Sendable {
  /// How the arms' values err together.
  enum Errors: Sendable {
    /// The squared standard errors of the arms' values, the control's first, where arms are independent;
    /// not a number for an arm that has none.
    case independent([Double])
    /// Of the effects that were estimated with each other, where arms share clusters or slopes.
    case joint(Matrix)
    case unknown
  }

  let metric: MetricSpecification
  let method: String
  /// Of the arms beside the control, in order.
  let arms: [Result<ArmEstimate, NotEstimable>]
  let errors: Errors

  /// - Parameters:
  ///   - metric: What is compared.
  ///   - method: What the estimator is called.
  ///   - count: Arms, the control among them.
  ///   - errors: How they err together.
  ///   - estimate: An arm's, by its number.
  init(
    _ metric: MetricSpecification, method: String, arms count: Int, errors: Errors = .unknown,
    _ estimate: (Int) throws(NotEstimable) -> ArmEstimate
  ) {
    self.init(
      metric, method: method, errors: errors,
      (0..<count).dropFirst().map { arm in
        Self.result { () throws(NotEstimable) in try estimate(arm) }
      })
  }

  init(
    _ metric: MetricSpecification, method: String, errors: Errors,
    _ arms: [Result<ArmEstimate, NotEstimable>]
  ) {
    self.metric = metric
    self.method = method
    self.arms = arms
    self.errors = errors
  }

  /// Nothing but a reason.
  init(_ metric: MetricSpecification, method: String, arms count: Int, _ reason: NotEstimable) {
    self.init(metric, method: method, arms: count) { _ throws(NotEstimable) in throw reason }
  }

  var estimates: [ArmEstimate?] { arms.map { try? $0.get() } }

  /// Whether its intervals come from resamples.
  var isResampled: Bool { estimates.contains { $0?.resampled != nil } }

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
