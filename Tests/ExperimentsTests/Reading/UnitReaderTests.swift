@testable import Analyses
import Documents
import Statistics
import Testing

@testable import Experiments

struct UnitReaderTests {
  private let columns = UnitColumns(
    arm: "arm",
    numbers: [
      .init(name: "revenue", option: "--metric"), .init(name: "visits", option: "--metric"),
    ],
    groups: [.day: "day", .stratum: "region"])

  private func read(
    _ text: String, _ columns: UnitColumns? = nil, pieces: Int = .max
  ) throws -> (UnitTable, UnitCounts) {
    var reader = UnitReader(columns ?? self.columns, expectedBytes: text.utf8.count)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try reader.feed(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
    }
    return (try reader.finish(), reader.counts)
  }

  private let small = """
    \u{FEFF}arm,"revenue, old",revenue,day,visits,region\r
    B,x,1.25,10,3,north\r
    A,x,NA,9,,south\r
    "A","y ""z"",",1e-3,10,  2 ,\r
    control,z,-7,2,null,north\r

    """

  @Test(arguments: [1, 2, 3, 7, 1_000])
  func quotesLineEndsAndMissingValues(pieces: Int) throws {
    let (table, counts) = try read(small, pieces: pieces)
    #expect(table.columns == ["revenue", "visits"])
    #expect(table.arm.names == ["control", "A", "B"])
    #expect(table.arm.codes == [2, 1, 1, 0])
    #expect(table.values[0, 0] == 1.25 && table.values[0, 1] == 3)
    #expect(table.values[1, 0].isNaN && table.values[1, 1].isNaN)
    #expect(table.values[2, 0] == 0.001 && table.values[2, 1] == 2)
    #expect(table.values[3, 0] == -7 && table.values[3, 1].isNaN)
    // Days by number; a region that is not known is one of its own.
    #expect(table.groups[.day]?.names == ["2", "9", "10"])
    #expect(table.groups[.day]?.codes == [2, 1, 2, 0])
    #expect(table.groups[.stratum]?.names == ["(none)", "north", "south"])
    #expect(counts.read == 4 && counts.used == 4 && counts.dropped.isEmpty)
    #expect(counts.missing == ["revenue": 1, "visits": 2])
  }

  @Test func theControlComesFirst() throws {
    let rows = "arm,revenue\nB,1\nC,2\nA,3\n10,1\n9,1\n"
    var columns = UnitColumns(arm: "arm", numbers: [.init(name: "revenue", option: "--metric")])
    #expect(try read(rows, columns).0.arm.names == ["10", "9", "A", "B", "C"])
    columns.control = "B"
    #expect(try read(rows, columns).0.arm.names == ["B", "10", "9", "A", "C"])
    columns.control = nil
    #expect(try read("arm,revenue\n10,1\n9,1\n", columns).0.arm.names == ["9", "10"])
    #expect(try read("arm,revenue\nB,1\nBaseline,1\n", columns).0.arm.names == ["Baseline", "B"])
  }

  /// How a column is written is told by the form; without one a decimal comma is no figure.
  @Test func semicolonsAndDecimalCommas() throws {
    let columns = UnitColumns(arm: "arm", numbers: [.init(name: "revenue", option: "--metric")])
    let text = Array("arm;revenue\nA;1,5\nB;2\n".utf8)
    var form = TableForm()
    form.numbers["revenue"] = NumberForm()
    form.numbers["revenue"]?.decimal = .comma
    form.numbers["revenue"]?.example = "1,5"
    var reader = UnitReader(columns, form)
    try reader.feed(text)
    let table = try reader.finish()
    #expect(table.values.elements == [1.5, 2])
    #expect(reader.counts.notes == ["Figures of revenue: “1,5” is read as 1.5."])
    #expect(throws: UnitProblem.self) { try read("arm;revenue\nA;1,5\nB;2\n", columns) }
  }

  @Test func everyFaultIsNamed() throws {
    let columns = UnitColumns(
      arm: "arm", numbers: [.init(name: "bought", option: "--metric", isShare: true)], unit: "user")
    func problem(_ text: String) -> UnitProblem? {
      do {
        _ = try read(text, columns)
        return nil
      } catch {
        return error as? UnitProblem
      }
    }
    let place = CellPlace(row: 3, column: "bought", value: "yes")
    #expect(
      problem("user,arm,bought\n1,A,1\n2,B,yes\n") == .notNumbers([place], count: 1))
    #expect(
      problem("user,arm,bought\n1,A,1\n2,B,0.5\n")
        == .notShares([CellPlace(row: 3, column: "bought", value: "0.5")], count: 1))
    #expect(
      problem("user,arm,bought\n1,A,1\n\n1,A,1\n")
        == .repeatedUnits(
          [.init(name: "1", rows: [2, 4])], count: 1, column: "user"))
    #expect(problem("user,arm,bought\n1,A,1\n2,A,1\n") == .oneArm("A", column: "arm", besides: ""))
    #expect(problem("user,arm,bought\n") == .noRows)
    #expect(problem("") == .table(.empty))
    guard case .nothingUsable = problem("user,arm,bought\n1,,1\n,A,1\n1,A\n") else {
      Issue.record("rows without an arm were used")
      return
    }
  }

  /// Nobody can tell of what a unit in two arms is the effect: it is left out with all its rows, and named.
  @Test(arguments: [1, 5, 1_000])
  func unitsInSeveralArmsAreSetAside(pieces: Int) throws {
    let columns = UnitColumns(
      arm: "arm", numbers: [.init(name: "y", option: "--metric")], groups: [.stratum: "s"],
      unit: "user")
    let (table, counts) = try read(
      "user,arm,y,s\n1,A,1,p\n2,B,2,q\n1,B,3,q\n3,A,,p\n4,B,5,q\n3,B,6,p\n1,A,7,p\n5,A,8,q\n",
      columns, pieces: pieces)
    #expect(table.values.elements == [2, 5, 8])
    #expect(table.arm.codes.map { table.arm.names[Int($0)] } == ["B", "B", "A"])
    #expect(table.groups[.stratum]?.codes.count == 3)
    #expect(counts.used == 3)
    #expect(counts.missing == ["y": 0])
    let dropped = try #require(counts.dropped.first)
    #expect(dropped.reason == .severalArms)
    #expect(dropped.count == 5)
    #expect(
      counts.notes.last
        == "2 units are in more than one arm and are left out with all their rows: “1” in rows 2 and 4"
        + " and 8; “3” in rows 5 and 7.")
    #expect(!counts.loss.isNotable)
  }

  /// Days by number, by date, or by the number beside a word; nothing else has an order.
  @Test func daysHaveAnOrder() throws {
    let columns = UnitColumns(
      arm: "arm", numbers: [.init(name: "revenue", option: "--metric")], groups: [.day: "day"])
    func days(_ days: [String]) throws -> [String]? {
      let rows = days.enumerated().map { "\($0 % 2 == 0 ? "A" : "B"),\($0),\($1)\n" }
      return try read("arm,revenue,day\n" + rows.joined(), columns).0.groups[.day]?.names
    }
    #expect(try days(["10", "9", "1e1"]) == ["9", "10", "1e1"])
    #expect(try days(["2026-02-01", "2026-01-31"]) == ["2026-01-31", "2026-02-01"])
    #expect(try days(["Day 10", "Day 9"]) == ["Day 9", "Day 10"])
    #expect(try days(["10.1.2026", "1.1.2026"]) == ["2026-01-01", "2026-01-10"])
    #expect(try days(["2026-01-31 9:05", "03.01.2026"]) == ["2026-01-03", "2026-01-31"])
    for unordered in [["1/2/2026", "3/4/2026"], ["before", "after"], ["3", "Day 2"]] {
      #expect(throws: UnitProblem.self) { try days(unordered) }
    }
  }
}
