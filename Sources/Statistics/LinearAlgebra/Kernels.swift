#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The kernels that do the matrix arithmetic, and those OpenBLAS had chosen by itself.
///
/// A build of OpenBLAS older than the processor does not recognise it and falls back to kernels for
/// machines without AVX2, five to eight times slower. `current` notices that once, before the first
/// product, and has the library choose again.
public struct Kernels: Sendable, Equatable {
  /// The kernels OpenBLAS chose when it was loaded, such as "Prescott".
  public let detected: String
  /// The kernels in use, such as "SkylakeX".
  public let inUse: String
  /// Name and version of the library, such as "OpenBLAS 0.3.21".
  public let library: String

  /// Whether the loops of ``PortableKernels`` are in use instead of the library's kernels.
  public let isPortable: Bool

  /// The environment's word for which kernels a process uses: `portable` for those whose bits are the same on
  /// every machine.
  public static let variable = "FLYWHEEL_KERNELS"
  public static let portable = "portable"

  /// The kernels of this process, put right and restricted to one thread on first use.
  ///
  /// Parallelism belongs to replications and blocks of rows, so every product runs on its caller's
  /// thread alone.
  public static let current = settle()

  /// What `flywheel --version` says about them.
  public var description: String {
    if isPortable { return "\(Self.portable) kernels" }
    return detected == inUse
      ? "\(library), \(inUse) kernels" : "\(library), \(inUse) kernels (it had chosen \(detected))"
  }

  /// Kernels made for processors without AVX2; a processor that has it was not recognised.
  static let old: Set<String> = [
    "Katmai", "Coppermine", "Northwood", "Prescott", "Banias", "Atom", "Core2", "Penryn",
    "Dunnington", "Nehalem", "Sandybridge", "Athlon", "Opteron", "Opteron_SSE3", "Barcelona",
    "Bobcat", "Bulldozer", "Piledriver", "Steamroller", "Nano",
  ]

  /// The kernels to ask for instead of those detected, or nil where there is nothing to put right.
  static func replacement(
    for detected: String, hasAVX2: Bool, hasAVX512: Bool, chosenByUser: Bool, isDynamic: Bool
  ) -> String? {
    guard isDynamic, !chosenByUser, hasAVX2, old.contains(detected) else { return nil }
    return hasAVX512 ? "SkylakeX" : "Haswell"
  }

  /// Whether the environment asks for portable kernels.
  public static var isPortableWanted: Bool {
    guard let word = unsafe getenv(variable) else { return false }
    return unsafe String(cString: word) == portable
  }

  /// The same, asked for once: products of this process go to ``PortableKernels``.
  static let arePortable = isPortableWanted

  static func settle() -> Kernels {
    if arePortable {
      return Kernels(detected: portable, inUse: portable, library: portable, isPortable: true)
    }
    let configuration = OpenBLAS.configuration
    let detected = OpenBLAS.coreName
    let wanted = replacement(
      for: detected, hasAVX2: OpenBLAS.processorHasAVX2, hasAVX512: OpenBLAS.processorHasAVX512,
      chosenByUser: unsafe getenv(coreType) != nil,
      isDynamic: configuration.contains("DYNAMIC_ARCH"))
    if let wanted { choose(wanted) }
    OpenBLAS.setThreads(1)
    return Kernels(
      detected: detected, inUse: OpenBLAS.coreName,
      library: configuration.split(separator: " ").prefix(2).joined(separator: " "),
      isPortable: false)
  }

  private static let coreType = "OPENBLAS_CORETYPE"

  /// Has the library choose its kernels again as if the user had named these.
  ///
  /// Nothing may be computing meanwhile. The two functions exist only in builds that can choose, hence
  /// the look-up by name; where they are missing nothing changes.
  static func choose(_ name: String) {
    typealias Hook = @convention(c) () -> Void
    guard let program = unsafe dlopen(nil, RTLD_LAZY),
      let quit = unsafe dlsym(program, "gotoblas_dynamic_quit"),
      let start = unsafe dlsym(program, "gotoblas_dynamic_init")
    else { return }
    unsafe setenv(coreType, name, 1)
    unsafe unsafeBitCast(quit, to: Hook.self)()
    unsafe unsafeBitCast(start, to: Hook.self)()
    unsafe unsetenv(coreType)
  }
}
