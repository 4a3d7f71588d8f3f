/// Where the layers of both densities end, side by side in memory that is never given back.
///
/// Whoever draws carries it along: a global is asked at every draw whether it is ready yet, which takes longer than the
/// draw itself.
// Sent anywhere unchecked, for once it is filled nobody writes to it.
@usableFromInline
@safe struct ZigguratLayers: @unchecked Sendable {
  /// Those of the exponential's layers, then those of the normal's.
  @usableFromInline let edges: UnsafePointer<Double>

  /// Whose layers, by the place of their first edge.
  @usableFromInline
  enum Density: Int {
    case exponential = 0
    case normal = 257
  }

  @usableFromInline static let all = ZigguratLayers()

  private init() {
    let tables = [Ziggurat.exponential.edges, Ziggurat.normal.edges]
    precondition(tables.allSatisfy { $0.count == Density.normal.rawValue })
    let edges = tables.flatMap(\.self)
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: edges.count)
    unsafe memory.initialize(from: edges, count: edges.count)
    unsafe self.edges = UnsafePointer(memory)
  }

  /// The position of a word in its layer, and whether it lies where the layer is wholly below f.
  @inlinable @inline(__always)
  func place(_ word: UInt64, _ density: Density) -> (x: Double, certain: Bool) {
    // Of one of 256 layers: there is an edge behind it.
    let layer = density.rawValue &+ Ziggurat.layer(of: word)
    let x = unsafe (Double(word &>> 12) + 0.5) * 0x1p-52 * edges[layer]
    return unsafe (x, x < edges[layer &+ 1])
  }
}
