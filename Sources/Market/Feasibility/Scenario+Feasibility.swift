import Documents

extension Scenario {
  /// What to do about a market that is too large, without its full stop.
  static var adviceToStandFor: String {
    "Let each simulated customer stand for several people (`stands for`, or the option"
      + " `--customers`)"
  }

  /// Who most of it is for, where that is easily overlooked.
  var mostAreHunters: String {
    let people = market.segments.reduce(0) { $0 + $1.people }
    let accounts = market.segments.reduce(0) { $1.hunters == nil ? $0 : $0 + $1.people }
    return accounts > people / 2
      ? " Most of it is for \(grouped(accounts)) accounts of bonus hunters." : ""
  }
}
