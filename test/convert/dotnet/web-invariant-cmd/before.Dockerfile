FROM mcr.microsoft.com/dotnet/sdk:9.0-noble
WORKDIR /src
COPY . .
RUN dotnet publish Api.csproj --configuration Release --output /app
WORKDIR /app
ENV ASPNETCORE_URLS=http://+:5000
EXPOSE 5000
CMD ["dotnet", "Api.dll", "--verbose"]
