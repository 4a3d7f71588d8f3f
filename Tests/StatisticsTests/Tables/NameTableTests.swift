import Testing

@testable import Statistics

struct NameTableTests {
  func index(_ name: String, in table: inout NameTable) -> Int {
    table.index(of: Array(name.utf8).span)
  }

  @Test func namesKeepTheOrderOfTheirFirstAppearance() {
    var table = NameTable()
    #expect(index("b", in: &table) == 0)
    #expect(index("", in: &table) == 1)
    #expect(index("a", in: &table) == 2)
    #expect(index("b", in: &table) == 0)
    #expect(table.count == 3)
    #expect(table[0] == "b")
    #expect(table[1] == "")
    #expect(table[2] == "a")
  }

  @Test func tenThousandNamesAreFoundAgain() {
    var table = NameTable()
    for i in 0..<10_000 { #expect(index("customer \(i * 7919)", in: &table) == i) }
    for i in 0..<10_000 { #expect(index("customer \(i * 7919)", in: &table) == i) }
    #expect(table.count == 10_000)
    #expect(table[9_999] == "customer 79182081")
  }
}
