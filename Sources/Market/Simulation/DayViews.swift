/// A day as each crowd sees it.
struct DayViews {
  let bySegment: [Today]
  /// By crowd: its segment.
  let segments: [Int]

  subscript(crowd: Int) -> Today { bySegment[segments[crowd]] }
}
