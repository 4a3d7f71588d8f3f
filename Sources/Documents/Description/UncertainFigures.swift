internal import RealModule

/// The figures of a file that are not known: declared by name or written as ranges where keys hold
/// them, and read at one draw of them all.
package struct UncertainFigures: Sendable {
  /// Ranges that may stand by their names; `nil` where one is wrong and its problem reported.
  package var declared: [String: QuantityRange?] = [:]
  /// Standard normal scores by name; a figure without one is read at its median.
  package var scores: [String: Double] = [:]
  /// The ranges read so far, in the order of first sight.
  package private(set) var met: [Met] = []
  private var positions: [String: Int] = [:]

  /// A range that was read.
  package struct Met: Sendable, Equatable {
    /// The name it was declared by, or the path where it is written, with names for positions.
    package let name: String
    package let range: QuantityRange
    package let law: RangeLaw
    /// Where it was first read.
    package let place: Place
    /// Paths of the keys that hold it.
    package fileprivate(set) var uses: [String]

    /// A figure with the unit of the range, to four digits.
    package func text(_ number: Double) -> String {
      let digits = number == 0 ? 0 : 3 - Int(.log10(number.magnitude).rounded(.down))
      let scale = Double.pow(10, Double(digits))
      let written = plain((number * scale).rounded() / scale)
      return written + (range.unit.isEmpty || range.unit.hasPrefix("%") ? "" : " ") + range.unit
    }

    /// The figure as read at a draw.
    package func number(_ scores: [String: Double]) -> Double { law.number(at: scores[name] ?? 0) }
  }

  /// The figure of a range that a key holds.
  ///
  /// - Throws: Where the range has no law on this scale, or has another at an earlier key.
  mutating func number(
    of range: QuantityRange, named name: String, _ scale: RangeScale, at element: Element
  ) throws(Mismatch) -> Double {
    let law = try RangeLaw(range, scale)
    guard let position = positions[name] else {
      positions[name] = met.count
      let first = Met(
        name: name, range: range, law: law, place: element.place, uses: [element.path])
      met.append(first)
      return first.number(scores)
    }
    if let here = law.scale, let earlier = met[position].law.scale, here != earlier {
      throw Mismatch(
        reason: "Here it would be \(here.words), but it is \(earlier.words) at"
          + " `\(met[position].uses[0])`: one assumption has one law. Give two, and let them move"
          + " with each other.")
    }
    if !met[position].uses.contains(element.path) { met[position].uses.append(element.path) }
    return met[position].number(scores)
  }
}
