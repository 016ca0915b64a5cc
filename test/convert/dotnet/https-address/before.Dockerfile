FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o out
ENV ASPNETCORE_URLS=https://+:5001;http://+:5000
CMD ["dotnet", "out/Api.dll"]
