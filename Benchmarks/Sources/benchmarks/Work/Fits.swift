import Documents
import Market

/// The models fitted to histories that have been read.
struct Fits {
  let histories: [CustomerHistory]

  /// The rows the likelihood needs are made of the histories as part of the fit.
  func bgnbd() -> FittedModel<BGNBD>? {
    BGNBD.fit(HistoryTable(histories, unit: CustomerLog.unit)).fitted
  }

  func paretoNBD() -> FittedModel<ParetoNBD>? {
    ParetoNBD.fit(HistoryTable(histories, unit: CustomerLog.unit)).fitted
  }

  func gammaGamma() -> FittedModel<GammaGamma>? {
    GammaGamma.fit(histories, scale: CustomerLog.currency.scale).fitted
  }
}
