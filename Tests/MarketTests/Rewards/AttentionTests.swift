import Testing

@testable import Market

@Suite struct AttentionTests {
  /// 1 − Π_{j ≤ k}(1 − 0.5·e^{−j/3}), computed with Python 3.11.
  @Test func noticedByDay() {
    let attention = Attention(first: 0.5, fading: 3, days: 4)
    let expected = [
      0.3582656552868946, 0.52300435451033, 0.6107428002623057, 0.6620463421832046,
    ]
    for (value, figure) in zip(attention.noticedBy, expected) {
      #expect(abs(value - figure) < 1e-12)
    }
    #expect(attention.day(0.3) == 1)
    #expect(attention.day(0.4) == 2)
    #expect(attention.day(0.9) == nil)
  }
}
