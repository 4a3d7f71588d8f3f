public import Documents

extension RowLoss {
  /// What was lost, as the first sentence says where it could be overlooked; nil where it is little.
  ///
  /// - Parameters:
  ///   - reasons: What is wrong with the rows, in words.
  ///   - differences: How they differ from those kept, a sentence each.
  /// - Returns: The sentences.
  package func notice(_ reasons: String, _ differences: [String]) -> String? {
    guard isNotable else { return nil }
    return (["\(extent) could not be used: \(reasons)."] + differences).joined(separator: " ")
  }

  /// Why nothing is answered; nil where not too much is lost.
  ///
  /// - Parameters:
  ///   - reasons: What is wrong with the rows, in words.
  ///   - differences: How they differ from those kept, a sentence each.
  /// - Returns: The sentences.
  public func refusal(_ reasons: String, _ differences: [String]) -> String? {
    guard isTooMuch else { return nil }
    let remedy = "Mend them, or say --allow-loss to go on without them."
    return (["\(extent) cannot be used: \(reasons)."] + differences + [remedy])
      .joined(separator: " ")
  }

  private var extent: String {
    "\(Readable.share(share, decimals: 1)) of the rows (\(Readable.count(lost)) of"
      + " \(Readable.count(read)))"
  }
}
