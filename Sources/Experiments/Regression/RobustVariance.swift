/// How the sampling variance of a coefficient is estimated without supposing that all units vary alike.
///
/// HC: units are independent (MacKinnon and White, "Some heteroskedasticity-consistent covariance matrix
/// estimators with improved finite sample properties", Journal of Econometrics 29, 1985). CR: clusters
/// are (Cameron and Miller, "A practitioner's guide to cluster-robust inference", Journal of Human
/// Resources 50, 2015). e are residuals, h leverages, n units, k coefficients, G clusters.
public enum RobustVariance: String, Sendable, CaseIterable, Hashable {
  /// Squared residuals as they are: too small in small samples.
  case hc0 = "HC0"
  /// HC0 times n/(n − k).
  case hc1 = "HC1"
  /// e²/(1 − h); unbiased where units do vary alike. Without covariates, Welch's.
  case hc2 = "HC2"
  /// e²/(1 − h)²; about the jackknife over units.
  case hc3 = "HC3"
  /// Squared sums by cluster as they are: too small with few clusters.
  case cr0 = "CR0"
  /// CR0 times G/(G − 1)·(n − 1)/(n − k).
  case cr1 = "CR1"
  /// Squared changes when a cluster is left out, summed and multiplied by the factor of CR1; as pyfixest.
  case cr3 = "CR3"
  /// The same squared changes times (G − 1)/G (MacKinnon, Nielsen and Webb, "Fast and reliable jackknife
  /// and bootstrap methods for cluster-robust inference", Journal of Applied Econometrics 38, 2023).
  case jackknife = "CV3"

  public var isClustered: Bool {
    switch self {
    case .hc0, .hc1, .hc2, .hc3: false
    case .cr0, .cr1, .cr3, .jackknife: true
    }
  }

  /// Whether clusters are left out in turn.
  package var leavesOut: Bool { self == .cr3 || self == .jackknife }

  /// What a residual is multiplied by, given 1 − h.
  func weight(_ rest: Double) -> Double {
    switch self {
    case .hc2: 1 / rest.squareRoot()
    case .hc3: 1 / rest
    default: 1
    }
  }

  /// What the sum of squares is multiplied by.
  package func factor(units: Int, coefficients: Int, clusters: Int) -> Double {
    let (n, k, g) = (Double(units), Double(coefficients), Double(clusters))
    switch self {
    case .hc1: return n / (n - k)
    case .cr1, .cr3: return g / (g - 1) * ((n - 1) / (n - k))
    case .jackknife: return (g - 1) / g
    case .hc0, .hc2, .hc3, .cr0: return 1
    }
  }
}
