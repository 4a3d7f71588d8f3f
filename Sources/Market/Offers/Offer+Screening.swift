import Statistics

extension Offer {
  /// Who made another's claim, which a check refused, hears of it and may be lost too.
  func hear(refusalOf index: Int, _ today: Today, _ crowd: inout Crowd) {
    guard let screening, screening.loses > 0 else { return }
    var stream = crowd.draws.stream(
      crowd.individual(index), Purpose("offer.\(name).refusal of another's"), index: today.day)
    if stream.uniform() < screening.loses { crowd.lose(index) }
  }
}
