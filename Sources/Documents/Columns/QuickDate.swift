/// Two numbers of at most two digits and a year of four with the same mark between them, such as 3/26/2026: what most
/// dates are that do not begin with the year.
struct QuickDate {
  let first: Int
  let second: Int
  let year: Int
  /// With points the day comes first everywhere.
  let hasPoints: Bool

  init?(_ cell: Span<UInt8>) {
    var place = 0
    func number(_ most: Int) -> Int? {
      var (value, count) = (0, 0)
      while place < cell.count, cell[place] >= 0x30, cell[place] <= 0x39, count <= most {
        value = value * 10 + Int(cell[place] - 0x30)
        (place, count) = (place + 1, count + 1)
      }
      return count > 0 && count <= most ? value : nil
    }
    guard (8...10).contains(cell.count), let first = number(2), place < cell.count else {
      return nil
    }
    let mark = cell[place]
    guard mark == 0x2F || mark == 0x2E || mark == 0x2D else { return nil }
    place += 1
    guard let second = number(2), place + 5 == cell.count, cell[place] == mark else { return nil }
    place += 1
    guard let year = number(4), place == cell.count else { return nil }
    (self.first, self.second, self.year) = (first, second, year)
    hasPoints = mark == 0x2E
  }
}
