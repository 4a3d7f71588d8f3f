import Documents

extension ScenarioDraft {
  /// Simulated people of each segment: exact quotas by largest remainder, ties to the earlier
  /// segment.
  func sizes(_ root: Element, _ reading: inout Reading) -> [Int]? {
    guard !segments.isEmpty, !reading.hasProblem(with: written["people"]) else { return nil }
    let shares = people == 0 ? segments.map { _ in 0 } : shares(root, &reading)
    let count = reading.context.standsFor
    let base = segments.contains { $0.draft.baseFile != nil }
    if people == 0, !base {
      reading.refuse(
        element("people", of: root), reason: "Nobody lives in this market.",
        rule: "Write how many people there are such as `people: 20000`, or give a segment"
          + " `today's customers`.")
      return nil
    }
    guard people % count == 0 else {
      let divisors = (1...count).reversed().first { people % $0 == 0 }
      reading.refuse(
        element("stands for", of: root),
        reason: "\(people) people cannot be divided into groups of \(count).",
        rule: "Choose a divisor of \(people)" + (divisors.map { " such as \($0)." } ?? "."))
      return nil
    }
    return shares.map { quotas(of: people / count, shares: $0) }
  }

  /// The segments' shares; one segment alone has them all.
  private func shares(_ root: Element, _ reading: inout Reading) -> [Double]? {
    if segments.count == 1, segments[0].draft.share == nil { return [1] }
    for segment in segments {
      guard segment.draft.share == nil, segment.draft.written["share"] == nil,
        !reading.wasMeant("share", of: segment.element)
      else { continue }
      reading.refuse(
        segment.element.absent("share"),
        reason: "This key is missing: the share of the people who belong to this segment.",
        rule: "Write a share such as `40%`.")
    }
    let shares = segments.compactMap(\.draft.share)
    guard shares.count == segments.count else { return nil }
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) < 1e-9 else {
      reading.refuse(
        Element(
          place: root["segments"]?.place ?? root.place, path: "segments", content: .empty),
        reason: "The shares add up to \(percent((sum * 1e9).rounded() / 1e9)).",
        rule: "They must add up to 100%.")
      return nil
    }
    return shares
  }
}

/// Whole numbers that add up to `total` and are nearest to the shares, by largest remainder.
func quotas(of total: Int, shares: [Double]) -> [Int] {
  let exact = shares.map { $0 * Double(total) }
  // A share such as 0.29 · 100 = 28.999999999999996 must not lose its last one to rounding.
  var counts = exact.map { Int(($0 + 1e-6).rounded(.down)) }
  let order = exact.indices.sorted { first, second in
    let (a, b) = (exact[first] - Double(counts[first]), exact[second] - Double(counts[second]))
    return abs(a - b) > 1e-6 ? a > b : first < second
  }
  for index in order.prefix(max(0, total - counts.reduce(0, +))) { counts[index] += 1 }
  return counts
}
