var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "hello");
app.Run();
#if DEBUG
app.MapGet("/debug", () => "x");
#endif
