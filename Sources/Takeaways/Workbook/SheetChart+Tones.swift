package import Charts
package import Workbooks

extension SheetChart.Colour {
  /// The colour that charts of pages have for the same.
  package init(_ tone: Palette.Tone) { self.init(hex: Palette.hex(tone)) }

  /// - Parameter hex: Such as `#0b62a4`.
  package init(hex: String) { self.init(UInt32(hex.dropFirst(), radix: 16) ?? 0) }
}
