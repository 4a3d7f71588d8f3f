import Testing

@testable import Market

@Suite struct AttentionTests {
  /// 1 − Π_{j = 0..k−1}(1 − 0.5·e^{−j/3}), computed with Python 3.11.
  @Test func noticedByDay() {
    let attention = Attention(first: 0.5, fading: 3, days: 4)
    let expected = [
      0.5, 0.6791328276434473, 0.7615021772551649, 0.8053714001311528,
    ]
    for (value, figure) in zip(attention.noticedBy, expected) {
      #expect(abs(value - figure) < 1e-12)
    }
    #expect(attention.day(0.3) == 1)
    #expect(attention.day(0.6) == 2)
    #expect(attention.day(0.9) == nil)
  }

  /// A chance of 60 % is one: in a window of a day 60 of 100 notice.
  @Test func theFirstDayHasTheChanceAsGiven() {
    #expect(Attention(first: 0.6, fading: 3, days: 1).noticedBy == [0.6])
  }
}
