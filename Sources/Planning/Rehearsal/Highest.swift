extension [Double] {
  /// Where the highest value stands, the first of equals; 0 where there is none.
  var placeOfHighest: Int { indices.reduce(0) { self[$1] > self[$0] ? $1 : $0 } }
}
