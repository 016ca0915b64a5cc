FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /app
COPY . ./
RUN dotnet publish /app/Api.csproj -c Release -o /tmp/publish

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
ENV ASPNETCORE_ENVIRONMENT=Development
COPY --from=build --chown=1654:1654 /tmp/publish /app
WORKDIR /app
EXPOSE 5080
ENTRYPOINT ["/usr/bin/dotnet", "Api.dll", "--urls", "http://0.0.0.0:5080"]
