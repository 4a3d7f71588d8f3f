import Documents
import Testing

@Suite struct NearestTests {
  static let known = ["budget", "price", "window", "orders", "holdout"]

  @Test(arguments: [
    ("budgte", "budget"), ("bugdet", "budget"), ("Price", "price"), ("windw", "window"),
    ("order", "orders"), ("hold-out", "holdout"), ("prise", "price"),
  ])
  func findsWhatWasMeant(_ written: String, _ meant: String) {
    #expect(nearest(to: written, among: Self.known) == meant)
  }

  /// Words with it in them come first, then by the slips: of “prise” to price 1, to orders 5.
  @Test func ordersByNearness() {
    #expect(nearestFirst(to: "Old", among: Self.known).first == "holdout")
    #expect(nearestFirst(to: "prise", among: Self.known).first == "price")
    #expect(nearestFirst(to: "prise", among: Self.known).count == Self.known.count)
    #expect(nearestFirst(to: "", among: ["bb", "a", "b"]) == ["a", "b", "bb"])
  }

  @Test(arguments: ["colour", "x", "", "validity", "strength of the reward"])
  func findsNothingFarAway(_ written: String) {
    #expect(nearest(to: written, among: Self.known) == nil)
  }
}
