import Documents
import Market
import ExperimentReports
import Reports
import Takeaways
import Testing

struct TableTextTests {
  private func table() -> Table {
    var table = Table(
      Currency(code: "CNY"),
      columns: [
        Column("plan"), Column("profit", unit: "CNY"), Column("against baseline", isSigned: true),
        Column("repeat rate", unit: "share"),
      ])
    table.append([.text("优惠券"), .money(1_234_567_00), .count(1_200), .share(0.4567)])
    table.append([.text("today"), .money(-5_00), .count(-3), .empty])
    return table
  }

  @Test func wordsLeftNumbersRightHeadersAtTheBottom() {
    #expect(
      table().text() == [
        "           profit   against  repeat",
        "plan          CNY  baseline    rate",
        "───────────────────────────────────",
        "优惠券  1,234,567    +1,200   45.7%",
        "today          −5        −3       –",
      ])
  }

  @Test func longNamesGiveWay() {
    var table = Table(Currency(code: "CNY"), columns: [Column("plan"), Column("orders")])
    table.append([.text("a plan with quite a long name, and then some more"), .count(7)])
    #expect(
      table.text(width: 45) == [
        "plan                                   orders",
        "─────────────────────────────────────────────",
        "a plan with quite a long name, and          7",
        "  then some more",
      ])
  }

  @Test func columnsThatDoNotFitGoOnBelow() {
    var table = Table(
      Currency(code: "CNY"),
      columns: ["plan", "orders", "redemptions", "feedbacks"].map { Column($0) })
    table.append([.text("today"), .count(7), .count(8), .count(9)])
    #expect(
      table.text(width: 24) == [
        "plan   orders", "─────────────", "today       7", "",
        "plan   redemptions", "──────────────────", "today            8", "",
        "plan   feedbacks", "────────────────", "today          9",
      ])
  }

  @Test func notesStandBelowTheirRows() {
    var table = Table(Currency(code: "CNY"), columns: [Column("plan"), Column("orders")])
    table.append([.text("today"), .count(7)])
    table.append([.text("tomorrow"), .count(8)])
    let notes = [["More than ever before.", String(repeating: "长", count: 12)]]
    #expect(
      table.text(width: 20, notes: notes) == [
        "plan      orders", "────────────────", "today          7", "  More than ever", "  before.",
        "  长长长长长长长长长", "    长长长", "tomorrow       8",
      ])
  }

  @Test func smallAmountsKeepTheirCents() {
    var table = Table(Currency(code: "CNY"), columns: [Column("CPA", unit: "CNY")])
    table.append([.money(18_94)])
    table.append([.money(0)])
    #expect(table.text().suffix(2) == ["18.94", " 0.00"])
  }

  @Test func figuresKeepTheirOwnDecimals() {
    var table = Table(Currency(code: "CNY"), columns: [Column("estimate")])
    table.append([.figure(0.2426, decimals: 4)])
    table.append([.figure(-9_582.43, decimals: 2)])
    table.append([.figure(.nan, decimals: 2)])
    #expect(table.text().suffix(3) == ["   0.2426", "−9,582.43", "        –"])
  }
}
