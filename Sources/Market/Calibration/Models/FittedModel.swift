/// One parameter as estimated.
public struct ParameterEstimate: Sendable, Equatable {
  public let name: String
  public let value: Double
  /// From the Hessian by the delta method; nil where the parameter ended at a limit of the search.
  public let standardError: Double?

  public init(name: String, value: Double, standardError: Double?) {
    self.name = name
    self.value = value
    self.standardError = standardError
  }
}

/// A model at the maximum of its likelihood.
public struct FittedModel<Model: Sendable>: Sendable {
  public let model: Model
  /// In the order of the model's parameters.
  public let estimates: [ParameterEstimate]
  /// How far the log leaves the parameters open.
  public let uncertainty: ParameterUncertainty
  public let logLikelihood: Double
  /// Customers the likelihood is of.
  public let customers: Int
  public let iterations: Int
  /// Whether the search ended because nothing was left to gain.
  public let isConverged: Bool
  /// What each limit means that the search ended at, such as "nobody seems to lapse".
  public let boundaries: [String]

  public init(
    model: Model, estimates: [ParameterEstimate], uncertainty: ParameterUncertainty,
    logLikelihood: Double, customers: Int, iterations: Int, isConverged: Bool,
    boundaries: [String]
  ) {
    self.model = model
    self.estimates = estimates
    self.uncertainty = uncertainty
    self.logLikelihood = logLikelihood
    self.customers = customers
    self.iterations = iterations
    self.isConverged = isConverged
    self.boundaries = boundaries
  }

  /// Akaike's information criterion, 2k − 2 ln L.
  public var aic: Double { 2 * Double(estimates.count) - 2 * logLikelihood }
}

/// A model fitted, or why it could not be.
public enum ModelFit<Model: Sendable>: Sendable {
  case fitted(FittedModel<Model>)
  case notFitted(FitObstacle)

  public var fitted: FittedModel<Model>? {
    if case .fitted(let fitted) = self { fitted } else { nil }
  }

  public var model: Model? { fitted?.model }

  public var obstacle: FitObstacle? {
    if case .notFitted(let obstacle) = self { obstacle } else { nil }
  }
}

/// Why a model cannot be fitted to a log.
public enum FitObstacle: String, Sendable, Error, CustomStringConvertible {
  case tooFewCustomers =
    "it describes how customers differ, and there are fewer than two"
  case noRepeatBuyers = "nobody bought again on a later day"
  case tooFewRepeatBuyers =
    "it describes how customers' baskets differ, and fewer than two bought again"
  case noAmounts = "no amount of a repeat purchase is known"
  case noSpending = "no repeat purchase has an amount above zero"
  case noOpportunity =
    "no whole opportunity after the first lies in the log; choose shorter ones by --opportunities"
  case nothingTaken = "nobody bought again at a later opportunity"
  case equalBaskets =
    "every customer's repeat purchases average the same amount, so that there is no spread to describe"
  case noMaximum = "the likelihood has no maximum that the search could find"

  public var description: String { rawValue }
}
