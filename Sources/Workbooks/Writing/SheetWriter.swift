import CXlsxWriter

/// Writes the content of a sheet into one of a workbook.
@safe struct SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let page: UnsafeMutablePointer<lxw_worksheet>

  init(book: UnsafeMutablePointer<lxw_workbook>, page: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe self.book = book
    unsafe self.page = page
  }

  func write(_ sheet: SheetContent, _ formats: inout WorkbookFormats) {
    for (column, width) in sheet.widths.enumerated() {
      _ = unsafe worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell, UInt32(row), UInt16(column), &formats)
      }
    }
    for (row, lines) in sheet.tallRows {
      _ = unsafe worksheet_set_row(page, UInt32(row), 15 * Double(lines) + 2, nil)
    }
    if sheet.frozenRows + sheet.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(page, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    }
    if let filter = sheet.filter, filter.last > filter.header {
      let width = sheet.rows[filter.header].count
      _ = unsafe worksheet_autofilter(
        page, UInt32(filter.header), 0, UInt32(filter.last), UInt16(max(0, width - 1)))
    }
    for range in sheet.scales { colour(range) }
    for limit in sheet.limits { restrict(limit) }
    for chart in sheet.charts { unsafe ChartWriter(book: book, page: page).write(chart) }
    unsafe worksheet_set_landscape(page)
    unsafe worksheet_fit_to_pages(page, 1, 0)
    unsafe worksheet_set_paper(page, 9)
  }

  private func write(
    _ cell: CellContent, _ row: UInt32, _ column: UInt16, _ formats: inout WorkbookFormats
  ) {
    switch cell {
    case .empty: break
    case .text(let text, let format):
      _ = unsafe worksheet_write_string(
        page, row, column, text.printable, formats.format(format))
    case .number(let number, let format):
      guard number.isFinite else { return }
      _ = unsafe worksheet_write_number(page, row, column, number, formats.format(format))
    case .formula(let formula, let result, let format):
      _ = unsafe worksheet_write_formula_num(
        page, row, column, "=" + formula, formats.format(format), result.isFinite ? result : 0)
    case .textFormula(let formula, let result, let format):
      _ = unsafe worksheet_write_formula_str(
        page, row, column, "=" + formula, formats.format(format), result.printable)
    }
  }

  private func colour(_ range: CellRange) {
    var scale = unsafe lxw_conditional_format()
    unsafe scale.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    unsafe scale.min_color = 0xFFFFFF
    unsafe scale.max_color = 0x5BB39A
    _ = unsafe worksheet_conditional_format_range(
      page, UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound),
      UInt32(range.rows.upperBound), UInt16(range.columns.upperBound), &scale)
  }

  private func restrict(_ limit: CellLimit) {
    unsafe limit.message.withCString { message in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe validation.minimum_number = limit.between.lowerBound
      unsafe validation.maximum_number = limit.between.upperBound
      unsafe validation.error_message = UnsafeMutablePointer(mutating: message)
      _ = unsafe worksheet_data_validation_cell(
        page, UInt32(limit.row), UInt16(limit.column), &validation)
    }
  }
}
