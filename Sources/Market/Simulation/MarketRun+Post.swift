/// Letters of a market are read at the opening of a day.
extension MarketRun {
  /// Where letters about an offer go.
  struct Box: Hashable {
    let crowd: Int
    let slot: Int
  }

  /// Lets everybody hear what they are told by word of mouth, and sorts the other letters.
  mutating func deliver(_ today: DayViews, _ day: Int) -> [Box: [Letter]] {
    var mail: [Box: [Letter]] = [:]
    for letter in post.take(day) {
      let (part, index) = partition.locate(letter.to)
      let crowd = part - parts.lowerBound
      guard let slot = letter.slot else {
        crowds[crowd].hear(letter, index, today[crowd], &tally)
        continue
      }
      mail[Box(crowd: crowd, slot: slot), default: []].append(letter)
    }
    return mail
  }
}
