FROM mcr.microsoft.com/dotnet/sdk:3.1 AS build
WORKDIR /app
COPY . .
ENV ASPNETCORE_ENVIRONMENT=Production
RUN dotnet publish -c Release -o out

FROM mcr.microsoft.com/dotnet/aspnet:3.1
ENV ASPNETCORE_ENVIRONMENT=Production
ENV ASPNETCORE_URLS=
COPY --from=build --chown=1654:1654 /app/out /app
WORKDIR /app
USER 1654:1654
EXPOSE 80
ENTRYPOINT ["dotnet", "Api.dll", "--urls", "http://0.0.0.0:80"]
