import Vapor
let app = try await Application.make()
try await app.execute()
