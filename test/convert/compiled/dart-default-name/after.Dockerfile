FROM dart:3.5 AS build
WORKDIR /srv/bot
COPY . .
RUN dart pub get && dart compile exe bin/bot.dart
RUN mkdir /tmp/runtime-libraries && ldd /srv/bot/bin/bot.exe \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /srv/bot
COPY --from=build /srv/bot/bin/bot.exe /srv/bot/bin/bot.exe
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
USER 0:0
CMD ["/srv/bot/bin/bot.exe"]
