FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /app
COPY . ./
RUN dotnet restore
RUN dotnet build -c Release --no-restore
RUN dotnet publish /app/Worker.fsproj -c Release -o /tmp/publish

FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /tmp/publish /app
WORKDIR /app
COPY --from=build --chown=1654:1654 /app/rules.txt /app/rules.txt
CMD ["Worker.dll"]
