import Testing

@testable import Documents

@Suite struct ItemNamesTests {
  @Test func namesStandForPositions() throws {
    let text = "plans: [{name: today}, {name: ten off, c: {x: [1, 2]}}, {y: [{name: in}]}]\n"
    let names = ItemNames(try #require(Document(text).root))
    #expect(names.canonical("plans[1].c.value") == "plans.ten off.c.value")
    #expect(names.canonical("plans[1].c.x[0]") == "plans.ten off.c.x[0]")
    #expect(names.canonical("plans[2].y[0].z") == "plans[2].y.in.z")
    #expect(names.canonical("coupons.a.value") == "coupons.a.value")
  }
}
