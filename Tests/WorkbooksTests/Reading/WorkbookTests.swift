import Testing

@testable import Workbooks

@Suite struct WorkbookTests {
  private func lines(
    _ bytes: [UInt8], as form: SheetText.Form = .values
  ) throws -> (lines: [String], notes: [String]) {
    let book = try Workbook(bytes)
    let text = try book.text(of: book.sheet(nil), as: form)
    let whole = String(decoding: Array(text.pieces.joined()), as: UTF8.self)
    return (
      whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), text.notes
    )
  }

  @Test func everyTypeOfCellComesAsItsValue() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr">\
      <is><t>how</t><t> much</t></is></c></row>
      <row r="3"><c r="A3"><v>12</v></c><c r="C3" s="0"><v>45000</v></c></row>
      <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#DIV/0!</v></c>\
      <c r="C4" s="1"><v>45000.75</v></c><c r="D4" s="2"><v>0.5</v></c></row>
      <row r="5"><c r="A5"><v>0.30000000000000004</v></c><c r="B5" t="str"><f>A1</f><v>=x</v></c>\
      <c r="C5" t="d"><v>2026-02-08T00:00:00</v></c><c r="D5"><v>1.5E-3</v></c></row>
      <row r="6"><c r="A6"><v>1234567890123456789</v></c><c r="B6"><f>1+1</f><v>2</v></c>\
      <c r="C6" s="3"><v>0.25</v></c></row>
      """
    let strings = [
      "<si><t>北京</t><rPh sb=\"0\" eb=\"2\"><t>ペキン</t></rPh></si>",
      "<si><r><t>a \"b\"</t></r><r><t xml:space=\"preserve\">, c_x0041_d</t></r></si>",
    ]
    let styles = ["yyyy-mm-dd", "d/m/yyyy h:mm", "h:mm", "0%"]
    let found = try lines(TestArchive.workbook(rows, strings: strings, styles: styles))
    #expect(
      found.lines == [
        "北京,\"a \"\"b\"\", cAd\",how much", "", "12,,2023-03-15",
        "TRUE,#DIV/0!,2023-03-15 18:00:00,0.5",
        "0.30000000000000004,=x,2023-03-15T00:00:00,0.0015".replacing(
          "2023-03-15T", with: "2026-02-08T"),
        "1234567890123456789,2,0.25,", "",
      ])
    #expect(found.notes.isEmpty)
    let shown = try lines(
      TestArchive.workbook(rows, strings: strings, styles: styles), as: .asShown)
    #expect(shown.lines[5] == "1234567890123456789,2,25%,")
  }

  /// Serial numbers of the days as Excel and LibreOffice give them.
  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
    (43_831, false, "2020-01-01"), (42_369, true, "2020-01-01"), (0, true, "1904-01-01"),
    (43_831.5, false, "2020-01-01 12:00:00"), (43_830.999_999_999, false, "2020-01-01"),
  ])
  func daysAreCountedAsSpreadsheetsDo(number: Double, startsIn1904: Bool, day: String) {
    #expect(SerialDate(number, startsIn1904: startsIn1904)?.text == day)
  }

  @Test(arguments: [
    ("yyyy-mm-dd", CellStyles.Kind.date), ("[$-409]d-mmm-yy;@", .date), ("mmm yyyy", .date),
    ("yyyy\"年\"m\"月\"d\"日\"", .date), ("ggge\"年\"m\"月\"", .date), ("m/d/yy h:mm", .date),
    ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("[h]:mm", .number), ("[ss]", .number),
    ("General", .number), ("0.00E+00", .number), ("#,##0 \"days\"", .number),
    ("[Red]-#,##0.00 [$€-407]", .number), ("0\\d", .number), ("0.0%", .percent), ("@", .number),
    ("_-* #,##0.00_-;-* #,##0.00_-", .number),
  ])
  func formatsTellDatesFromNumbers(code: String, kind: CellStyles.Kind) {
    #expect(CellStyles.kind(ofCode: code) == kind)
  }

  @Test func hiddenRowsAndFormulasWithoutResultsAreSaid() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>
      <row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f>A2</f></c></row>
      """
    let found = try lines(TestArchive.workbook(rows))
    #expect(found.lines == ["x", "1", "formula without a result", ""])
    #expect(
      found.notes == [
        "A hidden row of the sheet is read as the others are.",
        "Of a formula the workbook holds no result: open it in a spreadsheet and save it.",
      ])
  }

  /// Cells and rows need not say where they are, and prefixes are a program's choice.
  @Test func placesAndPrefixesMayBeLeftToTheReader() throws {
    let sheet =
      "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
      + "<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    let found = try lines(TestArchive.workbook("", others: ["xl/worksheets/sheet1.xml": sheet]))
    #expect(found.lines == ["1,2", "3,", ""])
  }

  @Test func lineBreaksStayWithinQuotes() throws {
    let rows = "<row><c t=\"inlineStr\"><is><t>a&#10;b</t></is></c><c><v>1</v></c></row>"
    #expect(try lines(TestArchive.workbook(rows)).lines == ["\"a", "b\",1", ""])
  }

  /// Numbers are what they are; only texts are read with the comma that was asked for.
  @Test func commasAskedForConcernTextsAlone() throws {
    let cells = ["1.234,5", "24,71", "-1 000,25 €", "a, b", "1,2,3"].map {
      "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
    }
    let bytes = TestArchive.workbook("<row>\(cells.joined())<c><v>1.001</v></c></row>")
    let text = try Workbook(bytes, takesCommas: true).text(ofSheet: nil)
    #expect(
      String(decoding: text.pieces[0], as: UTF8.self)
        == "1234.5,24.71,-1000.25 €,\"a, b\",\"1,2,3\",1.001\n")
  }

  @Test func aSheetIsFoundByItsNameAndElseTheNamesAreSaid() throws {
    let book = try Workbook(TestArchive.workbook(""))
    #expect(try book.sheet("data").name == "Data")
    #expect(throws: WorkbookProblem.noSheet("Date", among: ["Data"])) { try book.sheet("Date") }
  }
}
