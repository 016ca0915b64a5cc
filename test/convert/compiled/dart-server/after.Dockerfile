FROM dart:stable AS build
WORKDIR /app
COPY pubspec.* ./
RUN dart pub get
COPY . .
RUN dart compile exe bin/server.dart -o bin/server
RUN mkdir /tmp/runtime-libraries && ldd /app/bin/server \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /app
COPY --from=build /app/bin/server /app/bin/server
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
COPY --from=build /app/public /app/public
EXPOSE 8080
CMD ["/app/bin/server"]
