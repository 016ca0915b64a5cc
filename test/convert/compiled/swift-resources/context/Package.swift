// swift-tools-version:5.10
import PackageDescription
let package = Package(name: "App", targets: [.executableTarget(name: "App", resources: [.copy("words.txt")])])
