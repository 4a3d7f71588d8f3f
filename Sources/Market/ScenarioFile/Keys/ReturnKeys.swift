import Documents

/// What goes back and when, as written.
struct ReturnsDraft: Draft {
  var written: [String: Element] = [:]
  var share: Double?
  var after: Double?
  var varies = true

  var resolved: Returns? {
    guard let share, let after else { return nil }
    return Returns(share: share, after: after, varies: varies)
  }
}

extension Section<ReturnsDraft> {
  static var returns: Self {
    Section(
      "returns",
      "What goes back: whole orders, or of a threshold coupon what was added to reach it. Revenue and goods are taken"
        + " back on that day; the order stays counted.",
      blank: ReturnsDraft(), isLayered: true,
      keys: [
        Key(
          required: "share", \.share, .share(example: "10%"), "How many go back.", example: "10%"
        ).typical("16.9% of what US retailers sell", source: "NRF and Happy Returns, 2024"),
        Key(
          required: "after", \.after, .time(example: "5 days"),
          "How long after the order; on average, where it varies.", example: "5 days"
        ).typical(.inYourBooks),
        Key(
          "varies", \.varies, .yesOrNo,
          "Whether it varies at random (exponentially), or is always as long."),
      ])
  }
}
