import Documents
import Testing

@testable import Takeaways

struct IdleColumnsTests {
  private var table: Table {
    var table = Table(
      Currency(code: "CNY"), columns: ["plan", "cost", "won", "sold"].map { Column($0) })
    table.append([.empty, .empty, .count(0), .count(0)])
    table.append([.empty, .empty, .text("none"), .count(1)])
    return table
  }

  /// The first column names the rows and stays.
  @Test func columnsOfNothingAreLeftOut() {
    #expect(table.withoutIdleColumns().columns.map(\.title) == ["plan", "won", "sold"])
    let idle = table.withoutIdleColumns(idle: ["won", "sold"])
    #expect(idle.columns.map(\.title) == ["plan", "sold"])
    #expect(idle.rows == [[.empty, .count(0)], [.empty, .count(1)]])
    #expect(table.withoutIdleColumns(among: ["sold"], idle: ["won"]) == table)
  }
}
