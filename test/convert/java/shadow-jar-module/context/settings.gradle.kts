rootProject.name = "bench"
include("app")
