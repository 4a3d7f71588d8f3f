@testable import Analyses
import Documents
import Statistics
import Testing

@testable import Experiments

/// How rows that became no unit are set beside those that did; every figure can be counted in the rows.
struct LostUnitsTests {
  /// Of A's 5 rows one has no store, of B's 4 rows two; the last row has no arm.
  private let rows = [
    "A,s1,10", "A,s2,20", "A,,1000", "B,s1,30", "B,NA,2000", "B,s2,40", "A,s1,", "B,,", "A,s2,0",
    ",s1,500",
  ]

  private func lost(_ rows: [String], threads: Int = 1) async throws -> LostUnits {
    var reader = UnitReader(
      UnitColumns(
        arm: "arm", numbers: [.init(name: "spend", option: "--metric")],
        groups: [.cluster: "store"]))
    let text = "arm,store,spend\n" + rows.map { $0 + "\n" }.joined()
    try await reader.feed(text.utf8, threads: threads)
    _ = try reader.finish()
    return reader.counts.lost
  }

  @Test func armsAndMeansAreCounted() async throws {
    let lost = try await lost(rows)
    #expect(lost.figure == "spend")
    #expect(lost.arms.map(\.name) == ["A", "B"])
    #expect(lost.arms.map(\.lost) == [1, 2] && lost.arms.map(\.kept) == [4, 2])
    // 1,000, 2,000 and 500 beside 10, 20, 30, 40 and 0.
    #expect(lost.lost.count == 3 && abs(lost.lost.mean - 3_500 / 3) < 1e-9)
    #expect(lost.kept.count == 5 && abs(lost.kept.mean - 20) < 1e-12)
  }

  /// Quoted cells go another way through the reader than plain ones.
  @Test func quotesShowNothing() async throws {
    let quoted = rows.map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
        .joined(separator: ",")
    }
    #expect(try await lost(quoted) == lost(rows))
  }

  @Test func threadsShowNothing() async throws {
    let many = (0..<2_000).flatMap { _ in rows }
    let one = try await lost(many)
    let three = try await lost(many, threads: 3)
    #expect(one.arms == three.arms && one.lost.count == three.lost.count)
    #expect(abs(one.lost.mean - three.lost.mean) < 1e-9)
  }

  @Test func nothingLostIsNothingCompared() async throws {
    let lost = try await lost(rows.filter { !$0.contains(",,") && !$0.hasPrefix(",") })
    #expect(lost.arms.map(\.lost) == [0, 1])
    let none = try await self.lost(["A,s1,10", "B,s2,20"])
    #expect(none.arms.isEmpty && none.lost.count == 0 && none.kept.count == 0)
  }
}
