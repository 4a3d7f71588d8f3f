extension ChannelKind {
  /// Every kind of channel there is; a new one is its file and its word here.
  static let all: [ChannelKind] = [
    paid, offline, content, opinionLeaders, searchOptimisation, deliveryPlatform, meetings,
    userContent,
  ]

  static let paid = ChannelKind(.paid, "search, feeds, opinion leaders, platforms")
  static let offline = ChannelKind(.offline, "stall, flyers, door")
}
