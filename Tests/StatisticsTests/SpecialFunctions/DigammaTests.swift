import Testing

@testable import Statistics

/// Expected values: mpmath 1.3.0, `digamma` and `polygamma(1, x)` with 50 digits.
struct DigammaTests {
  static let reference: [(x: Double, digamma: Double, trigamma: Double)] = [
    (1e-05, -100000.577199215673, 10000000001.6449084),
    (0.01, -100.560885457868672, 10001.6212135283128),
    (0.2425945, -4.3584619455183626, 18.1989881746931439),
    (1, -0.577215664901532861, 1.64493406684822644),
    (1.4616321449683622, -9.24126552172942752e-17, 0.967672245447621255),
    (2.5, 0.703156640645243187, 0.490357756100234865),
    (6.25, 1.75045352688373603, 0.17347923315893217),
    (9.999, 2.25164741720573531, 0.105177386676728862),
    (10, 2.25175258906672111, 0.105166335681685746),
    (37.2, 3.60280768650635759, 0.0272462709847649267),
    (10000.0, 9.2102903711428494, 0.000100005000166666666),
    (1000000000.0, 20.7232658364464112, 1.0000000005e-9),
  ]

  @Test(arguments: reference.indices)
  func agreesWithReference(row: Int) {
    let (x, digamma, trigamma) = Self.reference[row]
    #expect(abs(Double.digamma(x) - digamma) < 2e-15 * max(1, abs(digamma)))
    #expect(abs(Double.trigamma(x) / trigamma - 1) < 2e-15)
  }

  @Test func outsideTheDomainIsNotANumber() {
    #expect(Double.digamma(0).isNaN)
    #expect(Double.trigamma(-1.5).isNaN)
  }
}
