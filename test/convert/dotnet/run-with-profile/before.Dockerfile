FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /app
COPY . ./
EXPOSE 5080
ENTRYPOINT ["dotnet", "run", "--urls", "http://0.0.0.0:5080"]
