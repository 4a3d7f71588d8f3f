extension Participants {
  /// What somebody who has it gains by it on a day: whatever others offered as they noticed it, today's is weighed.
  func gain(of index: Int, on day: Int, _ crowd: inout Crowd) -> Double {
    Double(gain[index]) - elsewhere(for: index, on: day, &crowd)
  }

  /// The next day on which somebody who has it gains something else by it; `nil` for none.
  @inline(__always)
  func nextChangeOfGain(after day: Int, _ crowd: Crowd) -> Int? {
    Terms.lowersPrice ? crowd.setting.elsewhere.nextChange(after: day) : nil
  }
}
