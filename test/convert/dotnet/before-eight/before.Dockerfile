FROM mcr.microsoft.com/dotnet/sdk:6.0-bullseye-slim
WORKDIR /app
COPY . .
RUN dotnet publish -c Release -o /out
WORKDIR /out
ENV ASPNETCORE_URLS=http://*:5000
EXPOSE 5000
CMD ["dotnet", "Api.dll"]
