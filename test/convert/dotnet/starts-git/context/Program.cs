var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "hello");
app.Run();
System.Diagnostics.Process.Start("git", "clone x");
