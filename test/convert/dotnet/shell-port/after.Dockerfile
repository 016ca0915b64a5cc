FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /app
WORKDIR /app

FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY --from=build --chown=1654:1654 /app /app
WORKDIR /app
USER 1654:1654
CMD ASPNETCORE_URLS=http://*:$PORT dotnet Api.dll
