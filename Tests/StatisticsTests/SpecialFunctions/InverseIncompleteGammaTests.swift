import Testing

@testable import Statistics

@Suite struct InverseIncompleteGammaTests {
  /// mpmath 1.3.0, mp.dps = 60: the root of P(a, x) = p by Newton's method on ln P, P as in
  /// IncompleteGammaTests, to a last step below 1e-30.
  static let lower: [(a: Double, p: Double, x: Double)] = [
    (0.001, 0.6, 7.960233816826859e-223),
    (0.001, 0.999, 0.2647702702396509),
    (0.01, 0.1, 5.6607381470619397e-101),
    (0.01, 0.5, 4.465535018910355e-31),
    (0.01, 0.99, 0.26505255025158186),
    (0.243, 1e-50, 1.16398626952542e-206),
    (0.243, 1e-05, 1.782924868225741e-21),
    (0.243, 0.3, 0.0047551073656536815),
    (0.243, 0.5, 0.040026081980571844),
    (0.243, 0.9, 0.7307602177858467),
    (0.243, 0.99999, 8.497237297716167),
    (1.0, 1e-300, 1e-300),
    (1.0, 0.5, 0.6931471805599453),
    (3.74, 1e-200, 7.055345310714249e-54),
    (3.74, 0.001, 0.358903429620293),
    (3.74, 0.5, 3.4124695932941025),
    (3.74, 0.975, 8.373924820461975),
    (6.25, 0.025, 2.3521411733896587),
    (6.25, 0.75, 7.707690794286773),
    (100.0, 1e-100, 3.9507988085400645),
    (100.0, 0.4, 97.15966681011462),
    (10000.0, 1e-250, 6989.358106790731),
    (10000.0, 0.5, 9999.666668642047),
    (10000.0, 0.999, 10311.875224539537),
    (1000000.0, 1e-300, 963408.6539398656),
    (1000000.0, 0.01, 997675.1228599253),
    (1000000.0, 0.6, 1000253.0351159297),
  ]

  /// The same for Q(a, x) = q.
  static let upper: [(a: Double, q: Double, x: Double)] = [
    (0.001, 1e-300, 677.3551998031188),
    (0.001, 0.001, 0.26477027023965116),
    (0.243, 1e-300, 684.5141476879757),
    (0.243, 1e-50, 110.2444840797745),
    (0.243, 1e-05, 8.497237297711957),
    (0.243, 0.3, 0.17782894289631607),
    (1.0, 1e-300, 690.7755278982137),
    (1.0, 0.5, 0.6931471805599453),
    (3.74, 1e-200, 475.94067800633485),
    (3.74, 0.001, 12.59700076678673),
    (3.74, 0.5, 3.4124695932941025),
    (100.0, 1e-300, 1017.3104288547139),
    (100.0, 0.4, 102.21684140686737),
    (10000.0, 1e-250, 13770.616267036612),
    (10000.0, 0.5, 9999.666668642047),
    (1000000.0, 1e-300, 1037505.6569794014),
    (1000000.0, 0.01, 1002327.8184027579),
  ]

  @Test func agreesWithMpmath() {
    for (a, p, x) in Self.lower {
      #expect(relativeError(.inverseRegularizedGammaP(a, p), x) < 1e-12, "P(\(a), x) = \(p)")
    }
    for (a, q, x) in Self.upper {
      #expect(relativeError(.inverseRegularizedGammaQ(a, q), x) < 1e-12, "Q(\(a), x) = \(q)")
    }
  }

  @Test func returnsWhatThePointWasMadeFrom() {
    for a in [0.02, 0.243, 1, 3.74, 60, 3e3] {
      for q in [1e-280, 1e-30, 0.01, 0.49, 0.51, 0.9] {
        let x = Double.inverseRegularizedGammaQ(a, q)
        #expect(relativeError(.regularizedGammaQ(a, x), q) < 1e-12, "Q(\(a), \(x)) = \(q)")
      }
    }
  }

  @Test func endsAndOutsideOfTheDomain() {
    #expect(Double.inverseRegularizedGammaP(2, 0) == 0)
    #expect(Double.inverseRegularizedGammaP(2, 1) == .infinity)
    #expect(Double.inverseRegularizedGammaQ(2, 0) == .infinity)
    #expect(Double.inverseRegularizedGammaQ(2, 1) == 0)
    // About 0.1^1000.
    #expect(Double.inverseRegularizedGammaP(1e-3, 0.1) == 0)
    #expect(Double.inverseRegularizedGammaQ(1e-6, 0.4) == 0)
    let outside: [(Double, Double)] = [(0, 0.5), (1, -0.1), (1, 1.1), (1, .nan), (.nan, 0.5)]
    for (a, p) in outside {
      #expect(Double.inverseRegularizedGammaP(a, p).isNaN)
      #expect(Double.inverseRegularizedGammaQ(a, p).isNaN)
    }
  }
}
