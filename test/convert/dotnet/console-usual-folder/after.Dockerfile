FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
WORKDIR /work
COPY . .
RUN dotnet publish -c Release

FROM mcr.microsoft.com/dotnet/runtime:8.0-noble-chiseled-extra
COPY --from=build --chown=1654:1654 /work/bin/Release/net8.0/publish /work
WORKDIR /work
COPY --from=build --chown=1654:1654 /work/templates/mail.txt /work/templates/mail.txt
CMD ["Mailer.dll", "--once"]
