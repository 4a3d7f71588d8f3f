import Statistics

extension DrawStream {
  /// How many people or things one stream is asked for at the most, of a word or two each: its words end beyond some
  /// 4,000, and so does everybody's circle.
  static let most = 3_500
}
