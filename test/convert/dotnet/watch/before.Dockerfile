FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /src/Api
COPY Api .
ENTRYPOINT ["dotnet", "watch", "run", "--no-launch-profile"]
