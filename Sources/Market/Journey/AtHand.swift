/// What everybody has who hears of us, such as an opening price: their decision after a trial of the same day knows it.
protocol AtHand: Sendable {
  /// The offer among the plan's.
  var slot: Int { get }

  /// Somebody has just heard of us.
  func hand(to index: Int, on day: Int, _ crowd: inout Crowd)
}
