FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /app
COPY *.csproj ./
RUN dotnet restore
COPY . .
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /app/out /app
WORKDIR /app
EXPOSE 8080
# replaced by the orchestrator's own probe
ENTRYPOINT ["/usr/bin/dotnet", "Api.dll"]
