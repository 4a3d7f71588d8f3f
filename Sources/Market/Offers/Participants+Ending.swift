/// How an offer ends for everybody.
extension Participants {
  /// From this day on nobody newly notices it; what was taken is honoured.
  mutating func endOffering(_ day: Int, _ crowd: inout Crowd) {
    isOffered = false
    closeToNewcomers(&crowd)
    redemptionsWithin = redemptions
    for index in lives.indices
    where lives[index].stage == .waiting || lives[index].stage == .declined {
      lives[index].meet(.withdrawn)
      refresh(index, from: day, &crowd)
    }
  }

  /// From tomorrow on the offer is over for everybody.
  mutating func withdraw(_ today: Today, _ crowd: inout Crowd) {
    isWithdrawn = true
    closeToNewcomers(&crowd)
    for index in lives.indices
    where lives[index].stage != .over && lives[index].stage != .outside {
      lives[index].meet(.withdrawn)
      refresh(index, from: today.day + 1, &crowd)
    }
  }
}
