FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y ghc libgmp-dev
WORKDIR /app
COPY . .
RUN mkdir bin && ghc -O2 -o bin/hello Main.hs
RUN mkdir /tmp/runtime-libraries && ldd /app/bin/hello \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /app
COPY --from=build /app/bin/hello /app/bin/hello
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
COPY --from=build /app/greeting.txt /app/greeting.txt
USER 65534:65534
CMD ["/app/bin/hello"]
