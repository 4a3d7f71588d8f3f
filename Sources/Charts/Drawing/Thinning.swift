/// Which of very many figures are drawn: more points than pixels only make a file larger, but whoever leaves out every
/// tenth may leave out the one that matters.
enum Thinning {
  /// Places of a row of figures to draw, ascending: of each stretch its first, its lowest and its highest, and the last
  /// of all.
  ///
  /// - Parameters:
  ///   - values: The figures, in order.
  ///   - most: Stretches; as many figures or fewer are all drawn.
  /// - Returns: At most three places a stretch, and one.
  static func places(_ values: [Double], to most: Int) -> [Int] {
    let most = max(1, most)
    guard values.count > most else { return Array(values.indices) }
    var places: [Int] = []
    for stretch in 0..<most {
      let range = values.count * stretch / most..<values.count * (stretch + 1) / most
      guard let first = range.first else { continue }
      let lowest = range.min { values[$0] < values[$1] } ?? first
      let highest = range.max { values[$0] < values[$1] } ?? first
      places += Set([first, lowest, highest]).sorted()
    }
    if let last = values.indices.last, places.last != last { places.append(last) }
    return places
  }
}
