public import Documents

extension RowLoss {
  /// What was lost, as the first sentence says where it could be overlooked; nil where it is little.
  ///
  /// - Parameter reasons: What is wrong with the rows, in words.
  /// - Returns: The sentence.
  func notice(_ reasons: String) -> String? {
    isNotable ? "\(extent) could not be used: \(reasons)." : nil
  }

  /// Why nothing is answered; nil where not too much is lost.
  ///
  /// - Parameter reasons: What is wrong with the rows, in words.
  /// - Returns: The sentences.
  public func refusal(_ reasons: String) -> String? {
    guard isTooMuch else { return nil }
    return "\(extent) cannot be used: \(reasons). Mend them, or say --allow-loss to go on without"
      + " them."
  }

  private var extent: String {
    "\(Readable.share(share, decimals: 1)) of the rows (\(Readable.count(lost)) of"
      + " \(Readable.count(read)))"
  }
}
