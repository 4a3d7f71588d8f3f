import RealModule
import Testing

@testable import Statistics

/// Expected values: mpmath 1.3.0, `hyp2f1` with 50 digits.
struct HypergeometricTests {
  static let reference: [(a: Double, b: Double, c: Double, z: Double, value: Double)] = [
    (0.2425945, 2.4258881, 2.218808, 0.1, 1.02842774590834516),
    (0.2425945, 2.4258881, 2.218808, 0.8984153, 1.93590696640772431),
    (2.2425945, 4.4258881, 4.218808, 0.473, 4.55306309907565315),
    (10.2425945, 12.4258881, 12.218808, 0.99, 7.64008610651398318e+20),
    (0.2425945, 2.4258881, 2.218808, 0.9999999990686774, 5335.8893497158573),
    (1.2425945, 0.7929199, 3.218808, -17.7, 0.260272153873502167),
    (-0.2070801, 1.9762135, 2.218808, 0.5, 0.883577726906246981),
    (-0.2070801, 1.9762135, 102.218808, 0.95, 0.996154433066073245),
    (2.159, 1.606, 3.159, 0.02, 1.02239533608738296),
    (32.159, 1.606, 33.159, -0.3, 0.663621868956238017),
    (0.553, 0.606, 2.159, 0.75, 1.17873119942411974),
    (1, 1, 2, 0.999999, 13.8155243734598923),
    (0.5, 0.5, 1, 0.9, 1.6412644143423708),
    (0.5, 0.5, 1.000000001, 0.999, 3.08196070075695746),
    (0.05, 0.1, 0.15, 0.99, 1.15428759420930165),
    (1, 0.5, 2.5, 0.6, 1.16805709937007461),
    (40, 33, 80, 0.9, 197033541944.247139),
    (40, 33, 5, 0.75, 2.50721661062202008e+53),
    (9, 33, 40, -50, 3.06897028881692056e-15),
    (40, 8, 17, 0.99999, 5.3987600052818071e+150),
    (2.7, 8, 0.9, 0.95, 166165898759211.634),
    (120, 3, 150, 0.999, 145.830620634279071),
    (0.01, 30, 29.5, 0.9, 1.02476061232075986),
    (29, 0.4, 30.5, -1000000.0, 0.00406416193124298222),
    (0.2426, 2.4259, 0.9, -1e-08, 0.999999993460851851),
    (-0.4, -23.5, 0.7, 0.7, 4.2138449432407125),
    (-0.5, 3, 0.2, 0.9, -179.563194022131063),
  ]

  @Test(arguments: reference.indices)
  func agreesToTwelveDigits(row: Int) {
    let (a, b, c, z, value) = Self.reference[row]
    let computed = Double.hypergeometric2F1(a, b, c, z)
    #expect(abs(computed / value - 1) < 1e-12)
    let swapped = Double.hypergeometric2F1(b, a, c, z)
    #expect(abs(swapped / value - 1) < 1e-12)
  }

  /// ₂F₁(1, 1; 2; z) = −ln(1 − z)/z and ₂F₁(a, b; b; z) = (1 − z)⁻ᵃ, DLMF 15.4.1 and 15.4.6.
  @Test(arguments: [-1e9, -33, -0.5, 1e-12, 0.3, 0.5, 0.7, 0.99, 0.999_999_999])
  func elementaryCases(z: Double) {
    let logarithm = -Double.log(onePlus: -z) / z
    #expect(abs(Double.hypergeometric2F1(1, 1, 2, z) / logarithm - 1) < 1e-12)
    let power = Double.exp(-0.7 * .log(onePlus: -z))
    #expect(abs(Double.hypergeometric2F1(0.7, 2.3, 2.3, z) / power - 1) < 1e-12)
  }

  @Test func oneWhereAnythingVanishes() {
    #expect(Double.hypergeometric2F1(2, 3, 4, 0) == 1)
    #expect(Double.hypergeometric2F1(0, 3, 4, 0.5) == 1)
    #expect(Double.hypergeometric2F1(2, 0, 4, -5) == 1)
  }

  @Test func outsideTheDomainIsNotANumber() {
    #expect(Double.hypergeometric2F1(1, 1, 2, 1).isNaN)
    #expect(Double.hypergeometric2F1(1, 1, -3, 0.5).isNaN)
  }
}
