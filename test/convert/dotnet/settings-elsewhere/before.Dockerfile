FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /src
COPY Api/ .
COPY Lib/ /lib-src/
RUN dotnet publish /lib-src/Lib.csproj -c Release -o /out
CMD ["dotnet", "/out/Lib.dll"]
