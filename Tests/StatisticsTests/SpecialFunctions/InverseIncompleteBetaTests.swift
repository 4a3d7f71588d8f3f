import Testing

@testable import Statistics

@Suite struct InverseIncompleteBetaTests {
  /// mpmath 1.3.0, mp.dps = 60: the root of I_x(a, b) = p by Newton's method on ln I, I as in
  /// IncompleteBetaTests, to a last step below 1e-30.
  static let values: [(a: Double, b: Double, p: Double, x: Double)] = [
    (0.001, 2.0, 0.6, 5.214022540622436e-223),
    (0.001, 2.0, 0.99, 1.5890004210228824e-05),
    (0.5, 0.5, 1e-100, 2.4674011002723397e-200),
    (0.5, 0.5, 0.3, 0.20610737385376343),
    (0.5, 0.5, 0.7, 0.7938926261462365),
    (0.793, 2.426, 1e-200, 2.4322285022490642e-253),
    (0.793, 2.426, 1e-06, 1.0631870387187095e-08),
    (0.793, 2.426, 0.2, 0.05371836854607629),
    (0.793, 2.426, 0.5, 0.19123981380244004),
    (0.793, 2.426, 0.9, 0.5627377264900718),
    (0.793, 2.426, 0.99999, 0.9898655490964301),
    (2.426, 0.793, 1e-300, 2.5510956518367796e-124),
    (2.426, 0.793, 0.5, 0.80876018619756),
    (2.426, 0.793, 0.9, 0.978154862769327),
    (1.0, 1.0, 0.3, 0.3),
    (1.0, 1000000.0, 1e-05, 1.0000050000283336e-11),
    (1.0, 1000000.0, 0.5, 6.931469403334938e-07),
    (1.0, 1000000.0, 0.999, 6.907731420495575e-06),
    (10.0, 10.0, 1e-50, 3.1874565770718702e-06),
    (10.0, 10.0, 0.5, 0.5),
    (10.0, 10.0, 0.975, 0.7113567520830012),
    (100.0, 1000.0, 1e-200, 0.000363449001013737),
    (100.0, 1000.0, 0.025, 0.0746464954925969),
    (10000.0, 10000.0, 1e-300, 0.3712325170640977),
    (10000.0, 10000.0, 0.9, 0.5045309326280215),
    (1000000.0, 10.0, 1e-300, 0.9992628608263555),
    (1000000.0, 10.0, 0.5, 0.9999903313756356),
    (1000000.0, 1000000.0, 1e-250, 0.48805174648391236),
    (1000000.0, 1000000.0, 0.01, 0.4991775122750247),
  ]

  @Test func agreesWithMpmath() {
    for (a, b, p, x) in Self.values {
      #expect(
        relativeError(.inverseRegularizedBeta(p, a, b), x) < 1e-12, "I_x(\(a), \(b)) = \(p)")
      // The same point seen from the other end, to the spacing of doubles next to 1.
      let mirrored = Double.inverseRegularizedBetaComplement(p, b, a)
      #expect((mirrored - (1 - x)).magnitude < 1e-12 * min(1 - x, x) + 2.3e-16)
    }
  }

  @Test func complementReturnsWhatThePointWasMadeFrom() {
    let shapes: [(Double, Double)] = [(0.3, 0.2), (0.793, 2.426), (5, 2), (400, 30)]
    for (a, b) in shapes {
      for q in [1e-14, 1e-3, 0.3, 0.5, 0.8] {
        let x = Double.inverseRegularizedBetaComplement(q, a, b)
        // Where x is next to 1 its own rounding moves q by b·2⁻⁵³ / (1 − x).
        let rounding = b * 2.3e-16 / (1 - x)
        let error = relativeError(.regularizedBetaComplement(x, a, b), q)
        #expect(x == 1 || error < 1e-12 + rounding, "1 − I_x(\(a), \(b)) = \(q)")
      }
    }
  }

  @Test func endsAndOutsideOfTheDomain() {
    #expect(Double.inverseRegularizedBeta(0, 2, 3) == 0)
    #expect(Double.inverseRegularizedBeta(1, 2, 3) == 1)
    #expect(Double.inverseRegularizedBetaComplement(0, 2, 3) == 1)
    #expect(Double.inverseRegularizedBetaComplement(1, 2, 3) == 0)
    // Half of the distribution is nearer to an end than any double.
    #expect(Double.inverseRegularizedBeta(0.4, 1e-6, 1e-6) == 0)
    #expect(Double.inverseRegularizedBeta(0.6, 1e-6, 1e-6) == 1)
    #expect(Double.inverseRegularizedBeta(0.1, 0.5, 1e-7) == 1)
    let outside: [(Double, Double, Double)] = [
      (-0.1, 1, 1), (1.1, 1, 1), (0.5, 0, 1), (0.5, 1, -1), (.nan, 1, 1),
    ]
    for (p, a, b) in outside {
      #expect(Double.inverseRegularizedBeta(p, a, b).isNaN)
    }
  }
}
