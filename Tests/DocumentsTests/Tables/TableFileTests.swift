import Testing

@testable import Documents

/// Files as people have them come out as the plain one does.
struct TableFileTests {
  /// Bytes in memory, in pieces of a few.
  struct Bytes: ByteSource {
    typealias Piece = [UInt8]

    let bytes: [UInt8]
    var place = 0
    var size = 7

    init(_ bytes: [UInt8], size: Int = 7) {
      self.bytes = bytes
      self.size = size
    }

    mutating func rewind() { place = 0 }

    mutating func next() -> [UInt8]? {
      guard place < bytes.count else { return nil }
      defer { place += size }
      return Array(bytes[place..<min(bytes.count, place + size)])
    }
  }

  struct NotPlain: TableFormProblem {
    var asksForSurvey: Bool { true }
    func remedy(_ form: TableForm) -> TableForm? { nil }
  }

  static let columns = TableColumns(numbers: ["amount"], dates: ["date"], names: ["customer"])

  /// The rows of the columns wanted, their cells plain.
  private func rows(
    _ bytes: [UInt8], _ options: TableOptions = TableOptions(), size: Int = 7
  ) throws -> [[String]] {
    var file = TableFile(Bytes(bytes, size: size), options, columns: Self.columns)
    return try file.readNow { form, pieces in
      if form.isTrial { throw NotPlain() }
      var reader = CSVReader(form)
      var search = HeaderSearch(wanted: Self.columns.all)
      var names: HeaderNames?
      var rows: [[String]] = []
      var scratch = NumberScratch()
      func read() throws {
        while try reader.next() {
          guard let names else {
            names = search.look(at: reader)
            continue
          }
          let at = try Self.columns.all.map { try names.position(of: $0, option: "") }
          let date = reader.withField(at[1], (form.dates["date"] ?? .plain).read)
          let amount = reader.withField(at[2]) {
            scratch.decimal($0, form.numbers["amount"] ?? .plain)
          }
          var day = "?"
          if case .date(let found) = date { day = found.iso }
          rows.append([
            reader.text(at[0]), day, amount.map { String(decoding: $0, as: UTF8.self) } ?? "?",
          ])
        }
      }
      while let piece = try pieces.next() {
        reader.feed(piece)
        try read()
      }
      reader.finish()
      try read()
      return rows
    }.0
  }

  static let expected = [["甲", "2026-03-26", "1210.50"], ["乙", "2026-04-03", "7.25"]]

  static let plain = "customer,date,amount\n甲,2026-03-26,1210.50\n乙,2026-04-03,7.25\n"

  static let dresses: [String] = [
    plain,
    "customer;date;amount\r\n甲;26.03.2026;1.210,50 €\r\n乙;03.04.2026;7,25 €\r\n",
    "sep=;\ncustomer;date;amount\n甲;26/03/2026;1210,50\n乙;03/04/2026;7,25\n",
    "customer\tdate\tamount\n甲\t3/26/2026\t\"1,210.50\"\n乙\t4/3/2026\t7.25\n",
    "customer|date|amount\n甲|2026年3月26日|￥1,210.50\n乙|2026年4月3日|￥7.25\n",
    "customer，date，amount\n甲，2026/3/26，1210.50\n乙，2026/4/3，7.25\n",
    "Sales report\nMarch to April\n\ncustomer,date,amount\n甲,26-Mar-2026,1210.50\n乙,3-Apr-2026,7.25\n",
    "\u{FEFF} customer , date , amount ,\n甲,2026-03-26 9:01,1210.50,\n乙,2026-04-03 9:01 PM,7.25,,\n",
    "id,customer,date,note,amount\n1,甲,46107,\"a, b\",\"1 210,50\"\n2,乙,46115,\"\",\"7,25\"\n",
  ]

  @Test(arguments: dresses, [1, 7, 4096])
  func everyDressIsThePlainFile(text: String, size: Int) throws {
    #expect(try rows(Array(text.utf8), size: size) == Self.expected)
  }

  /// Encoded by the system's `iconv`, decoded by what is looked for.
  @Test func encodings() throws {
    // Python 3.11: plain.encode('gbk'), plain.encode('utf-16').
    let gbk: [UInt8] =
      Array("customer,date,amount\n".utf8) + [0xBC, 0xD7] + Array(",2026-03-26,1210.50\n".utf8)
      + [0xD2, 0xD2] + Array(",2026-04-03,7.25\n".utf8)
    #expect(try rows(gbk) == Self.expected)
    let wide = Self.plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    #expect(try rows([0xFF, 0xFE] + wide) == Self.expected)
    #expect(try rows(wide, size: 3) == Self.expected)
    var options = TableOptions()
    options.encoding = TextEncoding("gbk")
    #expect(try rows(gbk, options) == Self.expected)
  }

  @Test func lettersOfAnUnknownAlphabetAreAskedAbout() {
    let bytes =
      Array("customer,date,amount\n".utf8) + EncodingTests.cyrillic + Array(",2026-03-26,1\n".utf8)
    #expect(throws: TableProblem.unknownEncoding) { try rows(bytes) }
  }

  @Test func linesAreSkippedWhereAsked() throws {
    var options = TableOptions()
    options.skip = 2
    let text = "a;b;c;d\nx;y\n" + Self.plain
    #expect(try rows(Array(text.utf8), options) == Self.expected)
  }

  @Test func separatorsAreTakenFromMostLines() {
    #expect(
      Delimiter.most(in: FirstLines("a;b\n1,5;2,5\n3,5;4\n".utf8, most: 20).counts)
        == UInt8(ascii: ";"))
    #expect(Delimiter.most(in: FirstLines("id\n1\n".utf8, most: 20).counts) == UInt8(ascii: ","))
    #expect(
      Delimiter.named("tab") == 9 && Delimiter.named("x") == nil && Delimiter.named("") == nil)
  }

  @Test func columnsOfOneNameAreTakenByTheirNumber() throws {
    let names = HeaderNames(["amount", "day", "amount"])
    #expect(try names.position(of: "amount#2", option: "") == 2)
    #expect(throws: HeaderProblem.self) { try names.position(of: "amount", option: "") }
    #expect(throws: HeaderProblem.self) { try names.position(of: "amount#3", option: "") }
  }

  @Test func identifiersThatSpreadsheetsMadeDecimals() {
    func name(_ cell: String) -> String {
      let bytes = Array(cell.utf8)
      return bytes.span.name.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }
    #expect(name("17850.0") == "17850" && name(" 17850.00 ") == "17850" && name("17850") == "17850")
    #expect(
      name("100") == "100" && name("v1.0") == "v1.0" && name(".0") == ".0" && name("1.50") == "1.50"
    )
  }
}
