FROM mcr.microsoft.com/dotnet/sdk:9.0-noble AS build
WORKDIR /src
COPY . .
RUN dotnet publish Api.csproj --configuration Release --output /app
WORKDIR /app

FROM mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled
ENV ASPNETCORE_URLS=http://+:5000
COPY --from=build --chown=1654:1654 /app /app
WORKDIR /app
EXPOSE 5000
CMD ["Api.dll", "--verbose"]
