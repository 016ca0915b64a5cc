FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src/Api
COPY Api .
RUN dotnet publish /src/Api/Api.csproj -c Debug -o /tmp/publish

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /tmp/publish /src/Api
WORKDIR /src/Api
ENTRYPOINT ["/usr/bin/dotnet", "Api.dll"]
