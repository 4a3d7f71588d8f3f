import Foundation

extension Double {
  func fixed(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

extension Int {
  /// With commas between thousands.
  var grouped: String { formatted(.number.locale(Locale(identifier: "en_US"))) }
}
