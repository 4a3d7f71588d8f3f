internal import RealModule

/// The 256 layers of equal area that cover a decreasing density f with f(0) = 1.
///
/// Marsaglia and Tsang, "The ziggurat method for generating random variables", Journal of Statistical
/// Software 5(8), 2000. A draw spends one 64-bit word: 8 bits choose the layer, one the sign and 52 the
/// position, none shared, which is what Doornik (2005) found wanting in the 32-bit original.
@usableFromInline
struct Ziggurat: Sendable {
  /// Right edges; the first is the width a rectangle of the base's area would have, the last is 0.
  let edges: [Double]
  /// f at each edge.
  let heights: [Double]
  /// Where the base continues as the tail of the density.
  let tailStart: Double

  /// - Parameters:
  ///   - tailStart: The edge of the base for which the 256th layer closes at f(0).
  ///   - tailArea: The integral of the density from there to infinity.
  ///   - density: f.
  ///   - inverse: Its inverse.
  init(
    tailStart: Double, tailArea: Double, density: (Double) -> Double,
    inverse: (Double) -> Double
  ) {
    let layerArea = tailStart * density(tailStart) + tailArea
    var edges = [layerArea / density(tailStart), tailStart]
    for layer in 1..<255 {
      edges.append(inverse(layerArea / edges[layer] + density(edges[layer])))
    }
    edges.append(0)
    self.edges = edges
    self.tailStart = tailStart
    heights = edges.map(density)
  }

  @inlinable @inline(__always)
  static func layer(of word: UInt64) -> Int { Int(truncatingIfNeeded: word & 255) }

  // The start of the tail solves (area of the top layer) = (area of every layer); found by bisection
  // with 40 digits in mpmath 1.3.0, it agrees with the published 3.6541528853610088 and
  // 7.69711747013104972.
  static let normal = Ziggurat(
    tailStart: 3.6541528853610088,
    tailArea: Double.sqrt(.pi / 2) * .erfc(3.6541528853610088 / Double.sqrt(2)),
    density: { .exp(-0.5 * $0 * $0) }, inverse: { .sqrt(-2 * .log($0)) })

  static let exponential = Ziggurat(
    tailStart: 7.6971174701310497, tailArea: .exp(-7.6971174701310497),
    density: { .exp(-$0) }, inverse: { -.log($0) })
}
