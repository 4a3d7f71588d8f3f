extension PurchaseLaw {
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
