import RealModule
import Testing

@testable import Statistics

@Suite struct ZigguratTests {
  /// Every layer must have the area of the base, or the layers would not be equally likely.
  @Test func layersHaveTheSameAreaAndCloseAtTheTop() {
    let cases: [(Ziggurat, Double, (Double) -> Double)] = [
      // The tails beyond the base in closed form.
      (
        .normal, Double.sqrt(.pi / 2) * .erfc(Ziggurat.normal.tailStart * 0.5.squareRoot()),
        { .exp(-$0 * $0 / 2) }
      ),
      (.exponential, .exp(-Ziggurat.exponential.tailStart), { .exp(-$0) }),
    ]
    for (table, tail, density) in cases {
      #expect(table.edges.count == 257 && table.heights.count == 257)
      #expect(table.edges[256] == 0 && table.heights[256] == 1)
      let base = table.tailStart * density(table.tailStart) + tail
      #expect(relativeError(table.edges[0] * density(table.edges[1]), base) < 1e-14)
      for layer in 1..<256 {
        let height = table.heights[layer + 1] - table.heights[layer]
        // The difference of heights near 1 keeps 13 digits.
        #expect(relativeError(table.edges[layer] * height, base) < 1e-12, "layer \(layer)")
        #expect(table.edges[layer + 1] < table.edges[layer])
      }
    }
  }

  /// Layer, sign and position come from different bits of a word.
  @Test func aWordIsPlacedByItsBits() {
    let layers = ZigguratLayers.all
    for (table, density) in [
      (Ziggurat.exponential, ZigguratLayers.Density.exponential), (.normal, .normal),
    ] {
      for layer in 0..<256 {
        let lowest = layers.place(UInt64(layer), density)
        #expect(Ziggurat.layer(of: UInt64(layer)) == layer)
        #expect(lowest.x == table.edges[layer] * 0x1p-53 && lowest.certain == (layer < 255))
        let highest = layers.place(.max - 255 + UInt64(layer), density)
        #expect(highest.x < table.edges[layer] && !highest.certain)
      }
    }
  }
}
