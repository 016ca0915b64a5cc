FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /app
COPY . ./
RUN dotnet restore
RUN dotnet build -c Release --no-restore
CMD ["dotnet", "run", "-c", "Release", "--no-build", "--no-launch-profile"]
