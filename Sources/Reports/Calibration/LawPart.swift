import Market
/// Which law of purchases scenarios and forecasts follow, in JSON.
struct LawPart: Encodable {
  /// As `--model` takes it.
  var model: String
  /// `asked`, `likelier` or `only one fitted`.
  var reason: String
  /// By how much the log-likelihood exceeds that of the likeliest other law, and which that is.
  var logLikelihoodLead: Double?
  var rival: String?
  /// The law whose forecast of the holdout came nearest, than which, and by how many purchases.
  var nearerInHoldout: String?
  var nearerThan: String?
  var nearerBy: Double?

  init(_ choice: LawChoice) {
    model = choice.law.rawValue
    reason =
      switch choice.reason {
      case .asked: "asked"
      case .likelier: "likelier"
      case .onlyOne: "only one fitted"
      }
    logLikelihoodLead = choice.rival?.lead
    rival = choice.rival?.law.rawValue
    nearerInHoldout = choice.nearer?.law.rawValue
    nearerThan = choice.nearer?.than.rawValue
    nearerBy = choice.nearer?.purchases
  }
}
