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

  @Test(arguments: ["colour", "x", "", "validity", "strength of the reward"])
  func findsNothingFarAway(_ written: String) {
    #expect(nearest(to: written, among: Self.known) == nil)
  }
}
