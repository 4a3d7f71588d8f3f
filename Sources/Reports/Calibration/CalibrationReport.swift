import Documents
import Market
public import Takeaways

/// A calibration as a planner reads it: the answer in sentences, then the figures.
public struct CalibrationReport: Sendable {
  private let result: CalibrationResult

  public init(_ result: CalibrationResult) { self.result = result }

  /// The report as text, ending in a line break.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal, which tables keep to; sentences are left to it to wrap.
  ///   - style: How the first sentence and titles are set off.
  /// - Returns: The lines of the report.
  public func text(width: Int = 100, style: Style = .plain) -> String {
    let answer = CalibrationAnswer(result).sentences
    var lines = answer.prefix(1).map(style.strong) + answer.dropFirst()
    for section in [models, orders] + holdout + [rows, files].compactMap(\.self) {
      lines += ["", style.strong(section.title)]
      lines += section.table?.text(width: width) ?? []
      lines += section.remarks
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Section {
    let title: String
    var table: Table?
    var remarks: [String] = []
  }

  private var models: Section {
    let money = result.currency.map { ", gamma in \($0.code)" } ?? ""
    return Section(
      title: "Models (alpha and beta in \(result.unit.plural)\(money))", table: result.modelsTable,
      remarks: result.modelRemarks)
  }

  private var orders: Section {
    let summary = result.summary
    var table = Table(
      result.calibration.currency,
      columns: [
        Column("order"), Column("number"), Column("average", unit: result.currency?.code),
      ])
    for (name, orders) in [("first", summary.firstOrders), ("repeat", summary.repeatOrders)] {
      table.append([
        .text(name), .count(Double(orders.count)), orders.mean.map { .money($0) } ?? .text("none"),
      ])
    }
    return Section(title: "Orders to \(summary.observationEnd.iso)", table: table)
  }

  private var holdout: [Section] {
    guard let check = result.calibration.holdout else {
      return result.summary.until.map {
        [
          Section(
            title: "Holdout check", remarks: ["  none: the log has no purchase after \($0.iso)"])
        ]
      } ?? []
    }
    let tables = HoldoutTables(check, result.calibration.currency)
    return [
      Section(
        title:
          "Holdout check: \(Readable.counted(check.days, "day")) from \(check.start.iso), expected against actual"
          + " repeat purchases", table: tables.total),
      Section(title: "By repeat purchases before, per customer", table: tables.byFrequency),
      Section(
        title: "By week, given each history", table: tables.byWeek,
        remarks: [tables.furtherWeeks].compactMap(\.self)),
    ]
  }

  private var rows: Section {
    Section(title: "Rows", remarks: RowsAccount(result).lines.map { "  " + $0 })
  }

  private var files: Section? {
    let written = [
      result.fragment.map { "  \($0)  a scenario to go on from" },
      result.base.map { "  \($0)  a row per customer" },
    ].compactMap(\.self)
    return written.isEmpty ? nil : Section(title: "Files", remarks: written)
  }
}
