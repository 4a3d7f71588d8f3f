import Testing

@testable import Experiments

@Suite struct ExactPermutationTestTests {
  /// By hand: of the 20 splits of 1, 2, 3 and 4, 5, 6 only one is as high, only one as low.
  @Test func smallSamplesByHand() throws {
    let test = try ExactPermutationTest([1, 2, 3], [4, 5, 6])
    #expect(test.difference == 3)
    #expect(test.splits == 20)
    #expect((test.atLeast, test.atMost, test.asFar) == (1, 20, 2))
    #expect(test.pValue() == 0.1)
    #expect(test.pValue(.greater) == 0.05)
    #expect(test.pValue(.less) == 1)
  }

  /// By hand: with ties the split observed counts with its equals; of 10 splits of 0.1, 0.1 | 0.1, 0.2, 0.3
  /// three are as high.
  @Test func equalSplitsCountInSpiteOfRounding() throws {
    let test = try ExactPermutationTest([0.1, 0.1], [0.1, 0.2, 0.3])
    #expect(test.splits == 10)
    #expect(test.atLeast == 3)
  }

  @Test func whatIsTooMuchOrNothingIsSaid() {
    #expect(throws: NotEstimable.self) { try ExactPermutationTest([], [1]) }
    #expect(throws: NotEstimable.self) { try ExactPermutationTest([1, .nan], [1]) }
    let many = (0..<50).map(Double.init)
    #expect(throws: NotEstimable.self) { try ExactPermutationTest(many, many) }
  }
}
