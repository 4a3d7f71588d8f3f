internal import Documents

extension Calibration {
  /// What every customer is worth by the chosen law, in the order of the histories.
  ///
  /// - Parameters:
  ///   - outlook: What the law says of them.
  ///   - terms: The time ahead, the margin and the discount.
  /// - Returns: In the currency's major unit; nil where no law or no baskets were fitted.
  public func worth(_ outlook: [CustomerOutlook], _ terms: WorthTerms) -> [CustomerWorth]? {
    guard let model = chosen?.model, let baskets = gammaGamma.model else { return nil }
    var table = WorthTable(baskets, terms)
    return zip(summary.histories, outlook).map { history, outlook in
      table.worth(
        of: history, alive: outlook.probabilityAlive, scale: currency.scale, unit: unit, model)
    }
  }
}
