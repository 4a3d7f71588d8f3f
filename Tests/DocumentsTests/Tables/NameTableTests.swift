import Testing

@testable import Documents

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

  @Test func manyNamesAreFoundAsOneIs() {
    var table = NameTable()
    let known = (0..<3_000).map { String(repeating: "n", count: $0 % 17) + "\($0)" }
    for name in known { _ = index(name, in: &table) }
    var (bytes, ranges): ([UInt8], [Range<Int>]) = ([], [])
    let asked = ["", "new", "n1 "] + known.reversed() + ["another name that is new", "n"]
    for name in asked {
      ranges.append(bytes.count..<(bytes.count + name.utf8.count))
      bytes += name.utf8
    }
    var found: [Int32] = []
    table.find(ranges[...], in: bytes.span, into: &found)
    #expect(found == [-1, -1, -1] + (0..<3_000).reversed() + [-1, -1])
    #expect(table.count == 3_000)
  }
}
