import Market
import Testing

@testable import Planning

@Suite struct LeaningsTests {
  /// Forty draws of two replications: the quantity falls with the second assumption and hardly with the others.
  @Test func namesWhatAQuantityGoesWith() throws {
    let draws = (0..<40).map { (draw: Int) -> [Double] in
      let others = [(draw * 17) % 40, (draw * 23 + 5) % 40].map { Double($0) }
      return [others[0], Double(draw), others[1]]
    }
    let values = (0..<80).map { (replication: Int) -> Double in
      let luck: Double = replication.isMultiple(of: 2) ? 30 : -30
      return luck - Double(replication / 2)
    }
    let leanings = Leanings(draws, ReplicationDesign(replicationsPerDraw: 2))
    let found = leanings.clear(of: values)
    #expect(found == [Leanings.Leaning(assumption: 1, correlation: -1)])
    // Play may end before all draws that were made ready are played.
    #expect(leanings.clear(of: Array(values.prefix(40))).first?.assumption == 1)
  }

  @Test func nothingStandsOutOfLuck() {
    let draws = (0..<32).map { [Double(($0 * 7) % 32)] }
    let values = (0..<32).map { Double(($0 * 11) % 32) }
    let leanings = Leanings(draws, ReplicationDesign(replicationsPerDraw: 1))
    #expect(leanings.clear(of: values).isEmpty)
    #expect(leanings.clear(of: Array(repeating: 1, count: 32)).isEmpty)
  }
}
