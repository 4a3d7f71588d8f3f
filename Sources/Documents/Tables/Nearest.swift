/// The word of `known` nearest to what was written, or `nil` where none is near.
///
/// Near is at most one slip in three letters; a slip is a letter too many, too few, wrong, or two
/// swapped (optimal string alignment, the restricted Damerau–Levenshtein distance). Case does not
/// count.
public func nearest(to written: String, among known: some Sequence<String>) -> String? {
  let written = written.lowercased()
  let candidates = known.map { (word: $0, slips: slips(from: written, to: $0.lowercased())) }
  guard let best = candidates.min(by: { $0.slips < $1.slips }),
    best.slips <= max(1, min(written.count, best.word.count) / 3)
  else { return nil }
  return best.word
}

/// Words in the order of how near they come to what was written, those with it in them first.
public func nearestFirst(to written: String, among known: [String]) -> [String] {
  let written = written.lowercased()
  let distances = known.map { word in
    let word = word.lowercased()
    return !written.isEmpty && word.contains(written) ? 0 : slips(from: written, to: word)
  }
  return zip(known, distances).enumerated()
    .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    .map(\.element.0)
}

private func slips(from first: String, to second: String) -> Int {
  let a = Array(first.prefix(80))
  let b = Array(second.prefix(80))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
