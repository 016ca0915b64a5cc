FROM mcr.microsoft.com/dotnet/sdk:3.1
WORKDIR /app
COPY . .
ENV ASPNETCORE_ENVIRONMENT=Production
RUN dotnet publish -c Release -o out
EXPOSE 80
ENTRYPOINT dotnet out/Api.dll --urls http://0.0.0.0:80
