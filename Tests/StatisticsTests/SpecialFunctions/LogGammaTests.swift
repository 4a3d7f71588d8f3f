import RealModule
import Testing

@testable import Statistics

@Suite struct LogGammaTests {
  /// mpmath 1.3.0, mp.dps = 60: log(abs(gamma(x))).
  static let magnitudes: [(x: Double, value: Double)] = [
    (1e-300, 690.7755278982137),
    (1e-10, 23.025850929882736),
    (0.243, 1.3180435846996699),
    (0.5, 0.5723649429247001),
    (0.99, 0.005854806764709781),
    (1.01, -0.005690307946069651),
    (1.4616321449683622, -0.12148629053584961),
    (1.5, -0.12078223763524522),
    (1.99, -0.004195529088791668),
    (2.01, 0.004260022907098346),
    (2.426, 0.23400811688731624),
    (3.5, 1.2009736023470743),
    (10.0, 12.801827480081469),
    (100.25, 360.28455963776423),
    (10000.0, 82099.71749644238),
    (1000000.0, 12815504.569147611),
    (1000000000000000.0, 3.3538776394910668e+16),
    (-0.5, 1.2655121234846454),
    (-1.5, 0.860047015376481),
    (-3.9, -0.7094680089083923),
    (-10.3, -14.457515440024208),
  ]

  /// mpmath 1.3.0, mp.dps = 60: loggamma(1 + x); at 1e-300 the leading term −euler·x.
  static let onePlus: [(x: Double, value: Double)] = [
    (-0.999, 6.9071788853838525),
    (-0.5, 0.5723649429247001),
    (-0.11, 0.07402217395808143),
    (-0.0999, 0.06630075665191447),
    (-0.001, 0.0005780385328913797),
    (-1e-12, 5.772156649023553e-13),
    (1e-300, -5.772156649015329e-301),
    (1e-15, -5.77215664901532e-16),
    (1e-07, -5.772155826548335e-08),
    (0.02, -0.011218489329770086),
    (0.0999, -0.0498300585989926),
    (0.1001, -0.0499148095876953),
    (0.5, -0.12078223763524522),
    (1.0, 0.0),
    (7.5, 9.549267257300997),
  ]

  /// mpmath 1.3.0, mp.dps = 60: loggamma(a) + loggamma(b) - loggamma(a + b).
  static let beta: [(a: Double, b: Double, value: Double)] = [
    (1e-10, 0.001, 23.025851029940288),
    (0.243, 0.793, 1.496647013745943),
    (0.793, 2.426, -0.5115692885937033),
    (0.5, 9.5, -0.540129116359501),
    (0.001, 10.0, 6.904927080213461),
    (0.5, 1000000.0, -6.335390211057437),
    (2.426, 1000000000.0, -50.040634805274415),
    (10.0, 10.0, -13.736229227036555),
    (37.0, 10000.0, -245.12941833850462),
    (1000000.0, 1000000.0, -1386300.003362921),
    (1e-05, 1000000.0, 11.512781537795245),
  ]

  /// The room relies on RealModule's, which is the platform's: it must be as good as the rest.
  @Test func platformLogGammaIsPrecise() {
    for (x, value) in Self.magnitudes {
      #expect(relativeError(.logGamma(x), value) < 1e-13, "ln|Γ(\(x))|")
    }
    #expect(Double.signGamma(-0.5) == .minus && Double.signGamma(-1.5) == .plus)
    #expect(Double.signGamma(0.3) == .plus && Double.signGamma(-10.3) == .minus)
  }

  @Test func logGammaOfOnePlusIsPreciseAtItsRoot() {
    for (x, value) in Self.onePlus {
      #expect(relativeError(.logGamma(onePlus: x), value) < 1e-13, "ln Γ(1 + \(x))")
    }
  }

  @Test func logBetaLosesNothingWhereOneShapeIsLarge() {
    for (a, b, value) in Self.beta {
      #expect(relativeError(.logBeta(a, b), value) < 1e-13, "ln B(\(a), \(b))")
      #expect(Double.logBeta(a, b) == Double.logBeta(b, a))
    }
    #expect(Double.logBeta(0, 1).isNaN)
  }
}
