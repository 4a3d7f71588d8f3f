import Documents
import Testing

@testable import Market

/// Plans from a table: the same as if they were written in the file, and problems name the cell.
@Suite struct PlanTableTests {
  private static let plans = Sample.text.firstRange(of: "plans:").map {
    Sample.text[$0.lowerBound...]
  }

  private func file(_ table: String, name: String = "plans.csv") -> (ScenarioFile, [String: String])
  {
    let text = Sample.text.replacing(Self.plans ?? "", with: "plans: \(name)\n")
    return (ScenarioFile(text), [name: table])
  }

  private func problems(_ table: String) -> [DocumentProblem] {
    let (file, files) = file(table)
    do {
      return try file.resolve(files: files).warnings.problems
    } catch {
      return error.problems
    }
  }

  private static let table = """
    Plans for spring,,,,,
    as of today,,,,,
    name,coupons.second visit.value (CNY),coupons.second visit.orders,coupons.second visit.window,\
    coupons.second visit.attention.chance (%),price
    today,,,,,
    coupon,10,second,day 1..30,40,

    """

  @Test func aTableIsTheListItStandsFor() throws {
    let (file, files) = file(Self.table)
    #expect(file.neededFiles == ["plans.csv"])
    #expect(try file.resolve(files: files).scenario == Sample.resolve())
    #expect(file.including(files).planNames == ["today", "coupon"])
  }

  @Test func semicolonsAndUnitsInTheCellsDo() throws {
    let table = """
      Name;coupons.second visit.orders;coupons.second visit.value;coupons.second visit.window;\
      coupons.second visit.attention.chance
      today
      coupon;second;10 CNY;day 1..30;40%
      """
    let (file, files) = file(table)
    #expect(try file.resolve(files: files).scenario == Sample.resolve())
  }

  @Test func decimalCommasDoWhereSemicolonsSeparate() throws {
    let table = Self.table.split(separator: "\n").dropFirst(2).joined(separator: "\n")
      .replacing(",", with: ";")
    let (file, files) = file(
      table.replacing("coupon;10;", with: "coupon;10,00;").replacing(";40;", with: ";40,0;"))
    #expect(try file.resolve(files: files).scenario == Sample.resolve())
    #expect(problems(table.replacing("coupon;10;", with: "coupon;1,000;")).map(\.cell) == ["B3"])
  }

  @Test func problemsNameTheCell() throws {
    let wrong = problems(Self.table.replacing("coupon,10,", with: "coupon,ten,"))
    let problem = try #require(wrong.first)
    #expect(wrong.count == 1)
    #expect(problem.file == "plans.csv" && problem.cell == "B5")
    #expect(problem.path == "plans[1].coupons.second visit.value" && problem.value == "ten")
    let text = ProblemReport(wrong).text(file: "shop.yaml")
    #expect(
      text.contains("error: plans.csv, cell B5, plans[1].coupons.second visit.value: \"ten\""))
  }

  @Test func unknownKeysAndMissingColumnsAreSaid() {
    let unknown = problems("name,pryce\ntoday,\ndearer,5 CNY\n")
    #expect(unknown.map(\.cell) == ["B3"] && unknown[0].reason?.contains("key") == true)
    #expect(problems("plan,price\ntoday,\n").map(\.reason) == ["No row names its columns."])
    #expect(problems("name,price,price\ntoday,,\n").map(\.cell) == ["C1"])
    #expect(
      problems("name,price\n").map(\.reason).contains("No plan stands under the names of columns."))
    #expect(problems("name,price\ntoday,\n,5 CNY\n").contains { $0.cell == "A3" })
  }

  /// A number with a comma in it would lose what is behind it.
  @Test func whatStandsUnderNoNameIsRefused() {
    let longer = problems(Self.table.replacing("day 1..30,40,", with: "day 1..30,40,,000"))
    #expect(longer.map(\.cell) == ["G5"] && longer[0].line == 5 && longer[0].value == "000")
    #expect(longer[0].reason == "This row has 7 cells, the row of names 6.")
    let unnamed = problems(
      Self.table.replacing(",price\n", with: ",\n").replacing("..30,40,", with: "..30,40,000"))
    #expect(unnamed.map(\.cell) == ["F5"] && unnamed[0].reason == "Its column has no name.")
  }

  /// Spreadsheets end rows with commas, and people leave out what is empty at their end.
  @Test func emptyCellsAtTheEndChangeNothing() throws {
    let columns = Self.table.split(separator: "\n").last { $0.hasPrefix("coupon,") } ?? ""
    for row in ["today", "today,,", "today,,,,,,,"] {
      let table = Self.table.replacing("today,,,,,\ncoupon", with: "\(row)\ncoupon")
        .replacing(columns, with: columns + ",,")
      let (file, files) = file(table)
      #expect(try file.resolve(files: files).scenario == Sample.resolve())
    }
  }

  @Test(arguments: [
    ("CNY", "8%"), ("%", "8 CNY"), ("CNY", "8 USD"), ("CNY", "8..10%"), ("% per day", "8%"),
    ("days", "2 weeks"),
  ])
  func aUnitThatContradictsTheColumnsIsRefused(unit: String, cell: String) {
    let wrong = problems(
      Self.table.replacing("value (CNY)", with: "value (\(unit))")
        .replacing("coupon,10,", with: "coupon,\(cell),"))
    let said = wrong.filter { $0.path == "plans" }
    #expect(said.map(\.cell) == ["B5"] && said.first?.value == cell)
    #expect(said.first?.reason == "Its unit is not that of the column, `\(unit)`.")
    #expect(wrong.count == (["CNY", "%"].contains(unit) ? 1 : 2), "the unit may be wrong besides")
  }

  @Test func theColumnsUnitMayBeSaidAgain() throws {
    let (file, files) = file(Self.table.replacing("coupon,10,", with: "coupon,10 CNY,"))
    #expect(try file.resolve(files: files).scenario == Sample.resolve())
    let days = Self.table.replacing("price\n", with: "coupons.second visit.validity (days)\n")
    #expect(problems(days.replacing("..30,40,", with: "..30,40,1 day")).isEmpty)
  }

  @Test func aTableThatIsNotThereIsSaid() {
    let (file, _) = file("")
    #expect(throws: ProblemReport.self) { try file.resolve() }
    do throws(ProblemReport) {
      _ = try file.resolve(unreadable: ["plans.csv": "it is on the moon"])
    } catch {
      #expect(error.problems.map(\.reason) == ["This file cannot be read: it is on the moon."])
    }
  }

  @Test(arguments: ["plans", "plans.xls.", ".csv", "a\nb.csv"])
  func otherTextsAreNoTables(text: String) {
    let element = Element(place: Place(line: 1, column: 1), path: "plans", content: .scalar(text))
    #expect(PlanTable.name(in: element) == nil)
  }
}
