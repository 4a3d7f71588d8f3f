/// What stories of the library are warned of on purpose, by story: where in the file.
///
/// A campaign that nobody finishes, and one whose reward hardly anybody reaches, are what these two are about.
public enum MeantWarnings {
  private static let places = [
    "referral-reward": ["plans[3].invitations.bring a friend.friends"],
    "shopping-festival": ["tasks.stamps.steps"],
  ]

  public static func of(_ story: String) -> [String] { places[story] ?? [] }
}
