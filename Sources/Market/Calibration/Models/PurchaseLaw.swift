/// A model of purchases that a market can play, named as a command and a document name it.
///
/// All have four parameters and describe the same data, so that their likelihoods compare as they are.
public enum PurchaseLaw: String, Sendable, CaseIterable {
  case bgnbd = "bg-nbd"
  case mbgnbd = "mbg-nbd"
  case paretoNBD = "pareto-nbd"

  /// As the literature calls it.
  public var name: String {
    switch self {
    case .bgnbd: "BG/NBD"
    case .mbgnbd: "MBG/NBD"
    case .paretoNBD: "Pareto/NBD"
    }
  }

  /// Fits it by maximum likelihood.
  public func fit(_ table: HistoryTable) -> ModelFit<any PurchaseModel> {
    switch self {
    case .bgnbd: BGNBD.fit(table).asAny
    case .mbgnbd: MBGNBD.fit(table).asAny
    case .paretoNBD: ParetoNBD.fit(table).asAny
    }
  }
}

extension ModelFit where Model: PurchaseModel {
  /// Without saying which model it is.
  public var asAny: ModelFit<any PurchaseModel> {
    switch self {
    case .fitted(let fitted): .fitted(fitted.asAny)
    case .notFitted(let obstacle): .notFitted(obstacle)
    }
  }
}

extension FittedModel where Model: PurchaseModel {
  fileprivate var asAny: FittedModel<any PurchaseModel> {
    FittedModel<any PurchaseModel>(
      model: model, estimates: estimates, uncertainty: uncertainty, logLikelihood: logLikelihood,
      customers: customers, iterations: iterations, isConverged: isConverged,
      boundaries: boundaries)
  }
}
