import CXlsxWriter

/// Puts a chart onto a sheet.
@safe struct ChartWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let page: UnsafeMutablePointer<lxw_worksheet>

  init(book: UnsafeMutablePointer<lxw_workbook>, page: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe self.book = book
    unsafe self.page = page
  }

  /// Of a chart whose size is not said, in pixels.
  private static let usual = (width: 480.0, height: 288.0)

  func write(_ placed: SheetContent.PlacedChart) {
    let content = placed.chart
    guard let chart = unsafe workbook_add_chart(book, Self.type(content.kind)) else { return }
    unsafe chart_title_set_name(chart, content.title.printable)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 12
    unsafe font.bold = 1
    unsafe chart_title_set_name_font(chart, &font)
    for series in content.series {
      guard let added = unsafe chart_add_series(chart, nil, nil) else { continue }
      unsafe chart_series_set_name(added, series.name.printable)
      let (across, up) = (series.across, series.up)
      unsafe chart_series_set_categories(
        added, across.sheet, UInt32(across.rows.lowerBound), UInt16(across.columns.lowerBound),
        UInt32(across.rows.upperBound), UInt16(across.columns.upperBound))
      unsafe chart_series_set_values(
        added, up.sheet, UInt32(up.rows.lowerBound), UInt16(up.columns.lowerBound),
        UInt32(up.rows.upperBound), UInt16(up.columns.upperBound))
      unsafe dress(added, series.look)
    }
    unsafe chart_axis_set_name(chart.pointee.x_axis, content.across.printable)
    unsafe chart_axis_set_name(chart.pointee.y_axis, content.up.printable)
    if content.hidesUp {
      unsafe chart_axis_set_label_position(
        chart.pointee.y_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
      unsafe chart_axis_major_gridlines_set_visible(chart.pointee.y_axis, 0)
    } else {
      // Names stand at the edge, not along the line at 0.
      unsafe chart_axis_set_label_position(
        chart.pointee.x_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    switch content.kind {
    case .stackedColumn, .stackedBar: unsafe chart_set_series_gap(chart, 40)
    case .scatter, .line, .column, .bar: break
    }
    unsafe chart_legend_set_position(
      chart, UInt8((content.hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
    unsafe content.description.printable.withCString { description in
      var options = unsafe lxw_chart_options()
      unsafe options.x_scale = placed.width / Self.usual.width
      unsafe options.y_scale = placed.height / Self.usual.height
      unsafe options.description = UnsafeMutablePointer(mutating: description)
      _ = unsafe worksheet_insert_chart_opt(
        page, UInt32(placed.row), UInt16(placed.column), chart, &options)
    }
  }

  private static func type(_ kind: SheetChart.Kind) -> UInt8 {
    let type =
      switch kind {
      case .scatter: LXW_CHART_SCATTER
      case .line: LXW_CHART_LINE
      case .column: LXW_CHART_COLUMN
      case .stackedColumn: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .stackedBar: LXW_CHART_BAR_STACKED
      }
    return UInt8(type.rawValue)
  }

  private func dress(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ look: SheetChart.Series.Look
  ) {
    var line = lxw_chart_line()
    var fill = lxw_chart_fill()
    switch look {
    case .dots(let colour):
      line.none = 1
      fill.color = colour.number
      unsafe chart_series_set_line(series, &line)
      unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
      unsafe chart_series_set_marker_size(series, 5)
      unsafe chart_series_set_marker_fill(series, &fill)
      unsafe chart_series_set_marker_line(series, &line)
    case .line(let colour):
      line.color = colour.number
      line.width = 2
      unsafe chart_series_set_line(series, &line)
      unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    case .fill(let colour):
      fill.color = colour.number
      unsafe chart_series_set_fill(series, &fill)
    case .nothing:
      line.none = 1
      fill.none = 1
      unsafe chart_series_set_line(series, &line)
      unsafe chart_series_set_fill(series, &fill)
    }
  }
}
