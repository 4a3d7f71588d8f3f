import RealModule
import Testing

@testable import Statistics

@Suite struct RootBracketTests {
  @Test func smoothFunctionsTakeFewCalls() throws {
    var calls = 0
    let root = RootBracket(low: 0, high: 2).root { x in
      calls += 1
      return .cos(x) - x
    }
    // Dottie's number.
    #expect(abs(try #require(root) - 0.739_085_133_215_160_6) < 1e-14)
    #expect(calls < 12)
  }

  /// A root of high order, a jump, and a pole of the logarithm are found by halving at worst.
  @Test func difficultFunctions() throws {
    let flat = try #require(RootBracket(low: -1, high: 4).root { .pow($0 - 1, 9) })
    #expect(abs(flat - 1) < 1e-2)
    let jump = try #require(RootBracket(low: 0, high: 10).root { $0 < .pi ? -1 : 1 })
    #expect(abs(jump - .pi) < 1e-12)
    let pole = try #require(RootBracket(low: 0, high: 10).root { .log($0) })
    #expect(abs(pole - 1) < 1e-12)
  }

  @Test func rootsAtTheEnds() {
    #expect(RootBracket(low: 1, high: 2).root { $0 - 1 } == 1)
    #expect(RootBracket(low: 1, high: 2).root { $0 - 2 } == 2)
    #expect(RootBracket(low: 1, high: 1).root { $0 - 1 } == 1)
  }

  @Test func noChangeOfSignIsNoRoot() {
    #expect(RootBracket(low: 1, high: 2).root { $0 } == nil)
    #expect(RootBracket(low: -1, high: 2).root { _ in .nan } == nil)
  }
}
