import RealModule

/// The least error rate at which a test rejects, which is its p-value: by halving on a logarithmic scale.
///
/// - Parameters:
///   - steps: Halvings from 1e-12 to the most.
///   - most: An error rate at which nothing but a p-value of 1 is left.
///   - rejects: Whether the test rejects at an error rate; once it does, it does at all above.
/// - Returns: From 1e-12 to 1.
package func leastErrorRate(
  steps: Int, most: Double, _ rejects: (Double) -> Bool
) -> Double {
  guard rejects(most) else { return 1 }
  if rejects(1e-12) { return 1e-12 }
  var (low, high) = (Double.log(1e-12), Double.log(most))
  for _ in 0..<steps {
    let middle = (low + high) / 2
    if rejects(.exp(middle)) { high = middle } else { low = middle }
  }
  return .exp(high)
}
