import Testing

@testable import Documents

struct LargePagesTests {
  @Test(arguments: [0, 10, 3_000_000])
  func whatWasThereStays(count: Int) {
    var numbers = [1.5, -2]
    numbers.reserveLargePages(count)
    #expect(numbers.capacity >= count && numbers == [1.5, -2])
    for place in 0..<count { numbers.append(Double(place)) }
    #expect(
      numbers.count == count + 2 && numbers.suffix(1) == [count == 0 ? -2 : Double(count - 1)])
  }
}
