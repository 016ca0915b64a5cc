FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build-env
WORKDIR /app
COPY . .
RUN dotnet publish Shop.sln -c Release -o out
RUN mkdir -p /runtime/data

FROM mcr.microsoft.com/dotnet/aspnet:8.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build-env --chown=1654:1654 /runtime/data /data
COPY --from=build-env --chown=1654:1654 /app/out /app/out
USER 1654:1654
VOLUME /data
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1
ENTRYPOINT ["dotnet", "/app/out/Shop.Api.dll"]
