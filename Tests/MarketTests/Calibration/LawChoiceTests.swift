import Testing

@testable import Market

struct LawChoiceTests {
  typealias Likelihoods = [PurchaseLaw: Result<Double, FitObstacle>]

  func choice(_ asked: PurchaseLaw?, _ likelihoods: Likelihoods) -> LawChoice? {
    LawChoice(
      asked: asked, likelihood: { likelihoods[$0] ?? .failure(.noMaximum) }, holdout: nil)
  }

  @Test func theLikelierIsChosenUnlessOneIsAskedFor() {
    let both: Likelihoods = [.bgnbd: .success(-20), .paretoNBD: .success(-17)]
    #expect(choice(nil, both)?.law == .paretoNBD)
    #expect(choice(nil, both)?.lead == 3)
    #expect(choice(.bgnbd, both)?.law == .bgnbd)
    #expect(choice(.bgnbd, both)?.lead == -3)
    #expect(choice(.bgnbd, both)?.reason == .asked)
    let even: Likelihoods = [.bgnbd: .success(-20), .paretoNBD: .success(-20)]
    #expect(choice(nil, even)?.law == .bgnbd)
    #expect(choice(nil, even)?.nearer == nil)
  }

  @Test func whatWasNotFittedIsNotChosen() {
    let one: Likelihoods = [.bgnbd: .failure(.noMaximum), .paretoNBD: .success(-17)]
    #expect(choice(nil, one)?.law == .paretoNBD)
    #expect(choice(nil, one)?.reason == .onlyOne(.noMaximum))
    #expect(choice(nil, one)?.lead == nil)
    #expect(choice(.bgnbd, one) == nil)
    #expect(choice(.paretoNBD, one)?.reason == .asked)
    #expect(choice(nil, [:]) == nil)
  }
}
