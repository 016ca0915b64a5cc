FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -r linux-x64 --self-contained true -p:PublishSingleFile=true -o /out

FROM mcr.microsoft.com/dotnet/runtime-deps:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /out /app
WORKDIR /app
ENTRYPOINT ["./tool"]
