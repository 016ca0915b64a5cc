FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /app/out /app
WORKDIR /app
COPY --from=build --chown=1654:1654 /app/data /app/data
COPY --from=build --chown=1654:1654 /app/app.db /app/app.db
CMD ["Api.dll"]
