// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A room of the house: the arrows to other rooms are its dependencies, and only those.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// A room of words and tables, which run once in a command: optimised they would gain a tenth of a second and take as
/// long to build as the engine.
func words(_ name: String, uses: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict + unoptimised)
}

let unoptimised = [SwiftSetting.unsafeFlags(["-Onone"], .when(configuration: .release))]

func tests(of name: String, uses: [Target.Dependency] = [], without: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + uses, exclude: without,
    swiftSettings: strict)
}

let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "flywheel",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "flywheel", targets: ["flywheel"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "FlywheelExperiments", targets: ["Documents", "Experiments", "Analyses"]),
    .library(name: "FlywheelMarket", targets: ["Documents", "Market", "Planning"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS"),
    .systemLibrary(name: "CLibzip"),
    .systemLibrary(name: "CXlsxWriter"),
    room("Statistics", uses: ["COpenBLAS", numerics]),
    room("Documents", uses: ["Statistics", numerics, yaml]),
    room("Experiments", uses: ["Statistics", numerics]),
    room("Analyses", uses: ["Statistics", "Documents", "Experiments", numerics]),
    room("Market", uses: ["Statistics", "Documents", numerics]),
    room("Planning", uses: ["Statistics", "Documents", "Market", "Experiments", numerics]),
    room("Charts", uses: ["Statistics", numerics]),
    room("Workbooks", uses: ["Documents", "CLibzip", "CXlsxWriter"]),
    room(
      "Takeaways", uses: ["Statistics", "Documents", "Charts", "Workbooks", numerics]),
    words(
      "ExperimentReports",
      uses: [
        "Statistics", "Documents", "Experiments", "Analyses", "Charts", "Workbooks", "Takeaways",
      ]),
    words(
      "Reports",
      uses: [
        "Statistics", "Documents", "Market", "Planning", "Experiments", "Charts", "Workbooks",
        "Takeaways",
      ]),
    words("Stories", uses: ["Documents"]),
    .executableTarget(
      name: "flywheel",
      dependencies: [
        "Statistics", "Documents", "Workbooks", "Market", "Planning", "Experiments",
        "Analyses", "Takeaways",
        "ExperimentReports", "Reports", "Stories", arguments,
      ],
      swiftSettings: strict + unoptimised),
    .target(name: "SharedData", path: "Tests/SharedData", swiftSettings: strict),
    tests(of: "Statistics", uses: [numerics]),
    tests(of: "Documents", uses: ["Statistics", "SharedData"]),
    tests(
      of: "Experiments", uses: ["Statistics", "Documents", "Analyses", "SharedData", numerics]),
    tests(of: "Market", uses: ["Statistics", "Documents", "SharedData"], without: ["Fixtures"]),
    tests(of: "Planning", uses: ["Statistics", "Documents", "Market", "Experiments", "Analyses"]),
    tests(of: "Charts", uses: ["Statistics"]),
    tests(of: "Workbooks", uses: ["Documents", "CLibzip"]),
    tests(
      of: "Reports",
      uses: [
        "Statistics", "Documents", "Planning", "Market", "Experiments", "Analyses", "Charts",
        "Takeaways", "ExperimentReports",
      ]),
    tests(
      of: "flywheel",
      uses: [
        "Statistics", "Documents", "Workbooks", "Market", "Analyses", "Takeaways",
        "ExperimentReports", "Reports", "Stories", "SharedData", arguments,
      ],
      without: ["Fixtures"]),
    .testTarget(
      name: "CalibrationTests",
      dependencies: [
        "Statistics", "Documents", "Market", "Experiments", "Analyses", "Planning", "SharedData",
        numerics,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LibraryTests",
      dependencies: [
        "Statistics", "Documents", "Market", "Planning", "Takeaways", "Reports", "Stories",
        "SharedData",
        "flywheel",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
