/// Which law of purchases a market is to play, and why.
public struct LawChoice: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Whoever started the fit said so.
    case asked
    /// Both have four parameters, so that likelihoods compare as they are.
    case likelier
    /// The other could not be fitted.
    case onlyOne(FitObstacle)
  }

  public let law: PurchaseLaw
  public let reason: Reason
  /// By how much its log-likelihood exceeds the other's; `nil` where the other was not fitted.
  public let lead: Double?
  /// Which law's forecast of the holdout came nearer, and by how many purchases; `nil` without a
  /// holdout, or where one of the two was not fitted.
  public let nearer: Nearer?

  public struct Nearer: Sendable, Equatable {
    public let law: PurchaseLaw
    public let purchases: Double
  }

  /// The law asked for, or the likelier one.
  ///
  /// - Returns: `nil` where it was not fitted.
  init?(
    asked: PurchaseLaw?, likelihood: (PurchaseLaw) -> Result<Double, FitObstacle>,
    holdout: HoldoutCheck?
  ) {
    let fitted = PurchaseLaw.allCases.compactMap { law in
      (try? likelihood(law).get()).map { (law: law, value: $0) }
    }
    // Where both are as likely, the one that comes first.
    guard let likeliest = fitted.max(by: { $0.value < $1.value })?.law else {
      return nil
    }
    let law = asked ?? likeliest
    guard let own = fitted.first(where: { $0.law == law })?.value else { return nil }
    self.law = law
    switch likelihood(law.other) {
    case .success(let other):
      lead = own - other
      reason = asked == nil ? .likelier : .asked
    case .failure(let obstacle):
      lead = nil
      reason = asked == nil ? .onlyOne(obstacle) : .asked
    }
    nearer = holdout.flatMap(Nearer.init)
  }
}

extension LawChoice.Nearer {
  init?(_ holdout: HoldoutCheck) {
    let misses = PurchaseLaw.allCases.compactMap { law in
      holdout.forecast(by: law).map {
        (law: law, by: ($0.conditional - Double(holdout.actual)).magnitude)
      }
    }
    guard misses.count == 2, let least = misses.min(by: { $0.by < $1.by }),
      let most = misses.max(by: { $0.by < $1.by }), most.by > least.by, most.by.isFinite
    else { return nil }
    self.init(law: least.law, purchases: most.by - least.by)
  }
}
