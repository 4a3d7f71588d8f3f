import ArgumentParser
import Foundation
import Statistics

/// Which arithmetic a command takes: what is fastest here, or what is the same everywhere.
struct KernelsOption: ParsableArguments {
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case native, portable
  }

  @Option(
    help: """
      What does the matrix arithmetic: native, OpenBLAS as it suits this processor, or portable, loops of \
      flywheel's own that give the same bytes on every x86-64 machine with the same build of flywheel and \
      release of the C library, whose exp and log then do without fused multiply-add. Portable arithmetic \
      takes about half as long again.
      """)
  var kernels = Choice.native

  /// Begins this command again with the arithmetic asked for, where it is not in use yet.
  ///
  /// The C library chooses its functions when it is loaded, so that they can only be chosen before. Nothing
  /// has been read or written by then.
  ///
  /// - Throws: The status to end with where the command cannot be begun again.
  func settle() throws {
    guard kernels == .portable else { return }
    #if canImport(Glibc)
      let tunables = ProcessInfo.processInfo.environment["GLIBC_TUNABLES"] ?? ""
      let isSettled = Kernels.isPortableWanted && tunables.contains(Self.plainFunctions)
      if isSettled { return }
      unsafe setenv(Kernels.variable, Kernels.portable, 1)
      unsafe setenv(
        "GLIBC_TUNABLES",
        tunables.isEmpty ? Self.plainFunctions : "\(tunables):\(Self.plainFunctions)",
        1)
      // By its own name, as lists of processes show it.
      let link = "/proc/self/exe"
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
      unsafe execv(program ?? link, CommandLine.unsafeArgv)
      Terminal.note(
        "flywheel cannot begin again with portable kernels: \(FileProblem.systemReason())\n")
      throw ExitCode.failure
    #else
      guard Kernels.isPortableWanted else {
        Terminal.note(
          "Here --kernels portable needs \(Kernels.variable)=\(Kernels.portable) in the environment.\n"
        )
        throw ExitCode.validationFailure
      }
    #endif
  }

  #if canImport(Glibc)
    /// Keeps the C library from functions that round otherwise where the processor multiplies and adds at
    /// once; releases name the two properties in either way.
    private static let plainFunctions =
      "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-FMA_Usable,-FMA4_Usable,-AVX2_Usable"
  #endif
}
