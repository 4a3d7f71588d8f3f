import RealModule
import Statistics

/// Being found by those who search: effort builds a stock of hazard that fades.
///
/// stock(d) = stock(d − 1)·2^(−1/h) + effort·gain: the chance a day that somebody finds us and takes it in.
public struct SearchOptimisation: ChannelTerms {
  /// Minor units a day.
  public var effort: Double
  /// What a minor unit adds to the hazard a day.
  public var gain: Double
  /// h: days in which the stock halves.
  public var halfLife: Double

  public init(effort: Double, gain: Double, halfLife: Double) {
    self.effort = effort
    self.gain = gain
    self.halfLife = halfLife
  }

  public var kind: String { "search optimisation" }
  public var isUsed: Bool { effort > 0 }

  /// What is left of the stock a day later.
  var kept: Double { Double.exp2(-1 / halfLife) }

  public func mostContacts(among people: Double, in days: Int) -> Double {
    people * effort * gain * (1 - Double.pow(kept, Double(days))) / (1 - kept)
  }

  public func spending(in days: Int) -> Double { effort * Double(days) }

  public func scaled(by factor: Double) -> any ChannelTerms {
    var terms = self
    terms.effort = effort * factor
    return terms
  }
}

extension SearchOptimisation: PlayedChannelTerms {
  struct Played: ChannelPlay {
    private var stock = 0.0

    init(_ name: String, _ draws: Draws) {}

    mutating func open(_ morning: ChannelMorning, _ terms: SearchOptimisation) -> ChannelDay {
      let effort = morning.isOn ? terms.effort : 0
      stock = stock * terms.kept + effort * terms.gain
      return ChannelDay(contacts: stock * Double(morning.audience), fixedCost: effort)
    }
  }
}
