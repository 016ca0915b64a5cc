var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "hello");
app.Run();
// new Store(Path.Combine("data", "x.csv"))
