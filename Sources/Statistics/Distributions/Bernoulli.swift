/// A decision that is yes with a given probability.
public struct Bernoulli: Sendable {
  public let probability: Double

  /// Throws unless the probability is between 0 and 1, both allowed.
  public init(probability: Double) throws(ParameterProblem) {
    try ParameterProblem.check("probability", probability, .probability)
    self.init(uncheckedProbability: probability)
  }

  /// For a probability known to be valid.
  @inline(__always)
  public init(uncheckedProbability probability: Double) { self.probability = probability }

  /// A draw; with the same stream a larger probability is met whenever a smaller one is.
  @inline(__always)
  public func sample(_ stream: inout DrawStream) -> Bool { stream.uniform() < probability }

  public var mean: Double { probability }
  public var variance: Double { probability * (1 - probability) }
}
