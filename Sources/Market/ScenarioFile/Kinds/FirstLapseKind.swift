import Documents

extension Kind<FirstLapse> {
  /// A share, or `own` where the first order is a chance to leave like any other.
  static var firstLapse: Self {
    let share = Kind<Double>.share(example: "30%")
    return Kind(
      rule: { "\(share.rule($0)), or `own`" },
      schema: .object(["anyOf": .list([share.schema, .object(["const": .string("own")])])]),
      write: {
        switch $0 {
        case .chance(let chance): share.write(chance)
        case .own: "own"
        }
      }
    ) { element, reading in
      if case .scalar("own") = element.content { return .own }
      return share.read(element, &reading).map(FirstLapse.chance)
    }
  }
}
