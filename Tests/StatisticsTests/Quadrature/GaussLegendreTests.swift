import RealModule
import Testing

@testable import Statistics

struct GaussLegendreTests {
  /// Abramowitz and Stegun (1964), table 25.4, n = 5.
  @Test func fiveNodesAsTabulated() {
    let rule = GaussLegendre(count: 5)
    let nodes = [0, 0.538_469_310_105_683, 0.906_179_845_938_664]
    let weights = [0.568_888_888_888_889, 0.478_628_670_499_366, 0.236_926_885_056_189]
    for i in 0..<3 {
      #expect(abs(rule.nodes[2 + i] - nodes[i]) < 1e-15)
      #expect(abs(rule.nodes[2 - i] + nodes[i]) < 1e-15)
      #expect(abs(rule.weights[2 + i] - weights[i]) < 1e-15)
    }
  }

  @Test(arguments: [1, 2, 7, 16, 64])
  func polynomialsOfDegreeTwoNMinusOneAreExact(count: Int) {
    let rule = GaussLegendre(count: count)
    let degree = 2 * count - 2
    let integral = rule.integral(from: 0, to: 1) { x in
      .pow(x, degree) * (Double(degree) + 1) + (degree > 0 ? .pow(x, degree + 1) : 0)
    }
    let expected = 1 + (degree > 0 ? 1 / Double(degree + 2) : 0)
    #expect(abs(integral / expected - 1) < 1e-14)
    #expect(abs(rule.weights.reduce(0, +) - 2) < 1e-14)
  }
}
