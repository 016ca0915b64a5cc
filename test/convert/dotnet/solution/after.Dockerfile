FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore Shop.sln
RUN dotnet publish src/Shop.Api/Shop.Api.csproj -c Release -o /app/publish --no-restore
WORKDIR /app/publish

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /app/publish /app/publish
WORKDIR /app/publish
ENTRYPOINT ["./Shop.Api"]
