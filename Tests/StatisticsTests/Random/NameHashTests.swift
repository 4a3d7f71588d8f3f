import Testing

@testable import Statistics

struct NameHashTests {
  /// FNV-1a of no bytes is its offset basis, of “foobar” 0xBF9CF968 (Fowler, Noll and Vo, “The FNV Non-Cryptographic Hash
  /// Algorithm”, IETF draft, appendix C).
  @Test func sumsArePublished() {
    #expect(firstHash == 0x811C_9DC5)
    #expect("foobar".utf8.reduce(firstHash) { hashed($1, after: $0) } == 0xBF9C_F968)
  }

  /// A name that is known when the program is built is hashed as any other.
  @Test func fixedNamesAreHashedAsOthers() {
    #expect(Purpose(fixed: "basket") == Purpose("basket"))
    #expect(Purpose(fixed: "满减 券") == Purpose("满减 券"))
    #expect(
      Purpose(fixed: "the purchase after an order that waited in vain")
        == Purpose("the purchase after an order that waited in vain"))
  }
}
