import Testing

@testable import Statistics

struct KernelsTests {
  @Test func aNewProcessorWithOldKernelsGetsNewOnes() {
    func replacement(_ name: String, avx512: Bool) -> String? {
      Kernels.replacement(
        for: name, hasAVX2: true, hasAVX512: avx512, chosenByUser: false, isDynamic: true)
    }
    #expect(replacement("Prescott", avx512: true) == "SkylakeX")
    #expect(replacement("Nehalem", avx512: false) == "Haswell")
    #expect(replacement("Barcelona", avx512: false) == "Haswell")
  }

  @Test(arguments: ["Haswell", "SkylakeX", "Zen", "Cooperlake", "SapphireRapids", "neoversen1"])
  func rightDetectionIsLeftAlone(name: String) {
    #expect(
      Kernels.replacement(
        for: name, hasAVX2: true, hasAVX512: true, chosenByUser: false, isDynamic: true) == nil)
  }

  @Test func usersChoiceFixedBuildsAndOldProcessorsAreLeftAlone() {
    func replacement(avx2: Bool = true, user: Bool = false, dynamic: Bool = true) -> String? {
      Kernels.replacement(
        for: "Prescott", hasAVX2: avx2, hasAVX512: false, chosenByUser: user, isDynamic: dynamic)
    }
    #expect(replacement() == "Haswell")
    #expect(replacement(avx2: false) == nil)
    #expect(replacement(user: true) == nil)
    #expect(replacement(dynamic: false) == nil)
  }

  @Test func theKernelsOfThisProcessAreNamed() {
    #expect(!Kernels.current.inUse.isEmpty)
    #expect(Kernels.current.description.contains(Kernels.current.inUse))
    if OpenBLAS.processorHasAVX2, Kernels.current.library.hasPrefix("OpenBLAS") {
      #expect(!Kernels.old.contains(Kernels.current.inUse))
    }
  }

  /// In a process of its own: the fall-back is forced as the library itself would fall, then put right,
  /// and products agree before and after.
  @Test(
    .enabled(
      if: OpenBLAS.processorHasAVX2 && OpenBLAS.configuration.contains("DYNAMIC_ARCH"),
      "needs a processor with AVX2 and a build of OpenBLAS that chooses its kernels"))
  func aForcedFallBackIsPutRight() async {
    await #expect(processExitsWith: .success) {
      let size = 120
      let left = (0..<size * size).map { Double(($0 * 7919) % 1000) / 1000 - 0.5 }
      let right = (0..<size * size).map { Double(($0 * 104_729) % 1000) / 1000 - 0.5 }
      func product() -> [Double] {
        var result = [Double](repeating: 0, count: size * size)
        OpenBLAS.multiply(
          left, transposed: false, right, transposed: false, m: size, n: size, k: size,
          into: &result)
        return result
      }
      Kernels.choose("Prescott")
      precondition(OpenBLAS.coreName == "Prescott")
      let before = product()
      let settled = Kernels.settle()
      precondition(settled.detected == "Prescott")
      precondition(settled.inUse == (OpenBLAS.processorHasAVX512 ? "SkylakeX" : "Haswell"))
      precondition(settled.description.contains("it had chosen Prescott"))
      for (old, new) in zip(before, product()) { precondition(abs(old - new) < 1e-12) }
    }
  }
}
