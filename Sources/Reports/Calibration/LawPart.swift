import Market
/// Which law of purchases scenarios and forecasts follow, in JSON.
struct LawPart: Encodable {
  /// As `--model` takes it.
  var model: String
  /// `asked`, `likelier` or `only one fitted`.
  var reason: String
  /// By how much the log-likelihood exceeds the other law's.
  var logLikelihoodLead: Double?
  /// The law whose forecast of the holdout came nearer, and by how many purchases.
  var nearerInHoldout: String?
  var nearerBy: Double?

  init(_ choice: LawChoice) {
    model = choice.law.rawValue
    reason =
      switch choice.reason {
      case .asked: "asked"
      case .likelier: "likelier"
      case .onlyOne: "only one fitted"
      }
    logLikelihoodLead = choice.lead
    nearerInHoldout = choice.nearer?.law.rawValue
    nearerBy = choice.nearer?.purchases
  }
}
