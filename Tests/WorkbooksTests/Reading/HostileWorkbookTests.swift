import Testing

@testable import Workbooks

/// Workbooks that are broken, locked, or made to do harm: said in words, and nothing is run or swells.
@Suite struct HostileWorkbookTests {
  private func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      let book = try Workbook(bytes)
      _ = try book.text(of: book.sheet(nil))
      return nil
    } catch {
      return error
    }
  }

  private func isBroken(_ problem: WorkbookProblem?) -> Bool {
    if case .broken? = problem { true } else { false }
  }

  @Test func aSheetThatSwellsIsNotUnpacked() {
    let sheet: [UInt8] =
      Array("<worksheet><sheetData>".utf8) + [UInt8](repeating: 0x20, count: 80 << 20)
      + Array("</sheetData></worksheet>".utf8)
    let names = ["xl/worksheets/sheet1.xml": String(decoding: sheet, as: UTF8.self)]
    let bomb = TestArchive.workbook("", others: names)
    #expect(bomb.count < 1 << 20)
    #expect(
      problem(bomb)
        == .tooLarge("it swells to more than 250 times its size, as no table of figures does"))
  }

  @Test func entitiesAreRefused() {
    let external = "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
    let laughs = "<!DOCTYPE w [<!ENTITY e \"ha\"><!ENTITY f \"&e;&e;&e;\">]>"
    for entities in [external, laughs] {
      let sheet =
        entities
        + "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>"
      let bytes = TestArchive.workbook("", others: ["xl/worksheets/sheet1.xml": sheet])
      #expect(problem(bytes) == .broken("it declares entities"))
    }
  }

  @Test func lockedOnesAreSaidToBe() {
    let locked = TestArchive.bytes([("xl/workbook.xml", Array("<workbook/>".utf8))], password: "x")
    #expect(problem(locked) == .encrypted)
    // The first bytes of the container, and the name of the stream in its directory.
    let container: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 700)
      + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(Workbook.lockedProblem(container) == .encrypted)
    #expect(Workbook.lockedProblem(Array(container.prefix(600))) == nil)
  }

  @Test func otherArchivesAreNamed() {
    func bytes(_ names: String...) -> [UInt8] {
      TestArchive.bytes(names.map { ($0, Array("<a/>".utf8)) })
    }
    #expect(problem(bytes("holiday.jpg")) == .otherArchive)
    #expect(
      problem(bytes("mimetype", "content.xml"))
        == .otherKind("an OpenDocument spreadsheet (.ods)"))
    #expect(problem(bytes("xl/workbook.bin")) == .otherKind("a binary workbook (.xlsb)"))
    #expect(problem(bytes("xl/workbook.xml")) == .noSheets)
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>",
    "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>0</v></c></row>", "<row r=\"99999999\"/>",
    "<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>", "<row><c></row>",
  ])
  func whatCannotBeIsBroken(rows: String) {
    #expect(isBroken(problem(TestArchive.workbook(rows))))
  }

  /// The archive is sound, a file in it ends early.
  @Test func aSheetThatIsCutOffIsBroken() {
    let rows = (1...50).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
    let sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
    for length in [sheet.count / 2, sheet.count - 24, sheet.count - 3, 0] {
      let cut = String(sheet.prefix(length))
      let bytes = TestArchive.workbook("", others: ["xl/worksheets/sheet1.xml": cut])
      #expect(isBroken(problem(bytes)), "\(length)")
    }
  }

  /// Whatever has happened to its bytes, a workbook is read or refused.
  @Test func mutatedBytesAreReadOrRefused() {
    let rows = (1...40).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0 * 7)</v></c></row>" }
    let whole = TestArchive.workbook(rows.joined(), strings: ["<si><t>a</t></si>"], styles: ["0%"])
    #expect(problem(whole) == nil)
    for end in stride(from: 0, to: whole.count, by: 97) {
      #expect(problem(Array(whole.prefix(end))) != nil)
    }
    var state: UInt64 = 1
    var refused = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
      }
      if problem(bytes) != nil { refused += 1 }
    }
    #expect(refused > 100)
  }
}
