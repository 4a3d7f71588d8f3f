/// Which law of purchases a market is to play, and why.
public struct LawChoice: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Whoever started the fit said so.
    case asked
    /// All have four parameters, so that likelihoods compare as they are.
    case likelier
    /// None of the others could be fitted.
    case onlyOne(FitObstacle)
  }

  /// Another law, and by how much the chosen one is ahead of it.
  public struct Rival: Sendable, Equatable {
    public let law: PurchaseLaw
    /// The chosen one's log-likelihood less this one's.
    public let lead: Double
  }

  /// A law that foretold the holdout better than another.
  public struct Nearer: Sendable, Equatable {
    public let law: PurchaseLaw
    /// What it is compared with.
    public let than: PurchaseLaw
    /// By how many purchases its forecast came nearer.
    public let purchases: Double
  }

  public let law: PurchaseLaw
  public let reason: Reason
  /// The likeliest of the others; `nil` where none was fitted.
  public let rival: Rival?
  /// The law whose forecast of the holdout came nearest: than the chosen one's, or where it is that one, than the
  /// next; `nil` without a holdout, or without a difference.
  public let nearer: Nearer?

  /// The law asked for, or the likeliest one.
  ///
  /// - Returns: `nil` where it was not fitted.
  init?(
    asked: PurchaseLaw?, fits: [PurchaseLaw: ModelFit<any PurchaseModel>], holdout: HoldoutCheck?
  ) {
    let fitted = PurchaseLaw.allCases.compactMap { law in
      fits[law]?.fitted.map { (law: law, value: $0.logLikelihood) }
    }
    // Where two are as likely, the one that comes first.
    func likeliest(but law: PurchaseLaw?) -> (law: PurchaseLaw, value: Double)? {
      fitted.filter { $0.law != law }.reduce(nil) { best, next in
        best.map { next.value > $0.value ? next : $0 } ?? next
      }
    }
    guard let law = asked ?? likeliest(but: nil)?.law,
      let own = fitted.first(where: { $0.law == law })
    else { return nil }
    self.law = law
    rival = likeliest(but: law).map { Rival(law: $0.law, lead: own.value - $0.value) }
    let obstacle = PurchaseLaw.allCases.lazy.compactMap { fits[$0]?.obstacle }.first
    reason =
      asked != nil ? .asked : rival == nil ? .onlyOne(obstacle ?? .noMaximum) : .likelier
    nearer = holdout.flatMap { Nearer($0, chosen: law) }
  }
}

extension LawChoice.Nearer {
  init?(_ holdout: HoldoutCheck, chosen: PurchaseLaw) {
    let misses = PurchaseLaw.allCases.compactMap { law in
      holdout.forecast(by: law).map {
        (law: law, by: ($0.conditional - Double(holdout.actual)).magnitude)
      }
    }.sorted { $0.by < $1.by }
    guard let nearest = misses.first,
      let other = misses.dropFirst().first(where: { nearest.law == chosen || $0.law == chosen }),
      other.by > nearest.by, other.by.isFinite
    else { return nil }
    self.init(law: nearest.law, than: other.law, purchases: other.by - nearest.by)
  }
}
