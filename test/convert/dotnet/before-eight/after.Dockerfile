FROM mcr.microsoft.com/dotnet/sdk:6.0-bullseye-slim AS build
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o /out
WORKDIR /out

FROM mcr.microsoft.com/dotnet/aspnet:6.0-bullseye-slim
ENV ASPNETCORE_URLS=http://*:5000
COPY --from=build --chown=1654:1654 /out /out
WORKDIR /out
USER 1654:1654
EXPOSE 5000
CMD ["dotnet", "Api.dll"]
